/** People, in Chinese. */
import type { Strings } from '../english.ts';

export const people: Strings['people'] = {
  title: '人物',
  unnamed: '这是谁？',
  emptyTitle: '还没有人物',
  emptyHint: '导入带有人脸的照片后，照片上的人会出现在这里，由您为他们命名。',
  name: '姓名',
  nameThem: '为此人命名',
  asName: (name) => `命名为“${name}”`,
  bestPhoto: '最佳照片',
  noPhotosTitle: '没有照片',
  noPhotosHint: '图库中没有此人的照片。',
};
