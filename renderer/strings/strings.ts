/** Every text of the window, in every language it speaks. A language that lacks a key does not compile. */
const english = {
  photos: 'Photos',
  people: 'People',
  photoCount: (n: number) => (n === 1 ? '1 photo' : `${n.toLocaleString('en')} photos`),
  faceCount: (n: number) => (n === 1 ? '1 face' : `${n} faces`),
  unnamedGroups: (n: number) => (n === 1 ? '1 unnamed group' : `${n} unnamed groups`),
  emptyTitle: 'No photos yet',
  emptyHint: 'Add some from a terminal: npx kindred import FOLDER',
  failedTitle: 'The library could not be read',
  retry: 'Try again',
  importing: (done: number, total: number) => `Importing ${done} of ${total}`,
  unknownDate: 'No date',
  unknownFace: 'Unknown',
  close: 'Close',
  previous: 'Previous photo',
  next: 'Next photo',
  showBoxes: 'Show faces',
};

type Strings = typeof english;

const chinese: Strings = {
  photos: '照片',
  people: '人物',
  photoCount: (n) => `${n.toLocaleString('zh')} 张照片`,
  faceCount: (n) => `${n} 张人脸`,
  unnamedGroups: (n) => `${n} 个未命名分组`,
  emptyTitle: '还没有照片',
  emptyHint: '在终端中添加：npx kindred import 文件夹',
  failedTitle: '无法读取图库',
  retry: '重试',
  importing: (done, total) => `正在导入 ${done} / ${total}`,
  unknownDate: '无日期',
  unknownFace: '未知',
  close: '关闭',
  previous: '上一张',
  next: '下一张',
  showBoxes: '显示人脸',
};

/** The language of the browser, English where it speaks another. */
export const language = navigator.language.startsWith('zh') ? 'zh' : 'en';

export const strings: Strings = language === 'zh' ? chinese : english;
