/** Imports and followed folders, in Chinese. */
import type { Strings } from '../english.ts';
import { n } from './numbers.ts';
import { reasons } from './reasons.ts';

export const imports: Strings['imports'] = {
  running: (done, total) => `正在导入 ${n(done)} / ${n(total)}`,
  started: (paths) => (paths === 1 ? '已开始导入。' : `已开始导入 ${n(paths)} 个路径。`),
  add: '添加照片',
  addByDrop: '把文件夹或照片拖到此窗口的任意位置，或填写它们的位置。照片留在原处。',
  addByPath:
    '把文件夹或照片拖到此窗口的任意位置，它们会被复制到图库；或填写它们在运行 Kindred 的电脑上的位置，照片留在原处。',
  path: '文件夹或照片',
  pathExample: '/home/me/Pictures',
  addButton: '导入',
  chooseFolders: '选择文件夹…',
  choosePhotos: '选择照片…',
  thorough: '寻找较小的人脸',
  thoroughHint: '在人群中能找到更多，用时约为两倍。',
  autoRotate: '转正侧放的照片',
  autoRotateHint: '当人脸侧放或颠倒时。',
  folders: '关注的文件夹',
  foldersHint: '这些文件夹里的新照片会自动进入图库。',
  folderPath: '要关注的文件夹',
  followFolder: '关注',
  chooseFollowed: '选择要关注的文件夹…',
  leaveFolder: (folder) => `不再关注 ${folder}`,
  folderMissing: '现在找不到。它回来后，下次启动 Kindred 时会继续关注。',
  now: '正在进行',
  earlier: '以往的导入',
  noJobs: '还没有导入任何内容。',
  severalPaths: (first, others) => `${first} 等 ${n(others + 1)} 处`,
  states: { running: '正在导入', paused: '已暂停', done: '已完成', cancelled: '已取消' },
  discovering: '仍在查找文件',
  rate: (perSecond) =>
    perSecond >= 1
      ? `每秒 ${perSecond.toLocaleString('zh', { maximumFractionDigits: 1 })} 个`
      : `每分钟 ${(perSecond * 60).toLocaleString('zh', { maximumFractionDigits: 1 })} 个`,
  left: (time) => `大约还需 ${time}`,
  of: (done, total) => `${n(done)} / ${n(total)} 个文件`,
  pause: '暂停',
  resume: '继续',
  cancel: '取消',
  retry: '重试失败的文件',
  added: (value) => `已添加 ${n(value)} 张照片`,
  facesFound: (value) => `找到 ${n(value)} 张人脸`,
  ends: {
    failed: (value) => `${n(value)} 个失败`,
    skipped: (value) => `${n(value)} 个已跳过`,
    duplicate: (value) => `${n(value)} 个重复`,
  },
  more: '显示更多',
  dropHere: '松开即可导入',
  uploading: '正在复制到 Kindred',
  uploadingOf: (done, total) => `正在复制 ${n(done)} / ${n(total)}`,
  uploadsFailed: (value) => `${n(value)} 个文件未能加入`,
  bytesOf: (sent, total) => `${sent} / ${total}`,
  andMore: (value) => `还有 ${n(value)} 个`,
  goOn: '继续',
  nothingToUpload: '里面没有照片。',
  reasons,
};
