/** Copies of originals, in Chinese. */
import type { Strings } from '../english.ts';
import { n } from './numbers.ts';

export const exports: Strings['exports'] = {
  save: () => '保存副本…',
  saveAll: '保存全部照片的副本…',
  download: '下载',
  saving: (count) => `正在保存 ${n(count)} 份副本`,
  saved: (count, folder) =>
    count === 0 ? `没有副本需要保存到 ${folder}。` : `已将 ${n(count)} 份副本保存到 ${folder}。`,
  stopped: (count, left, folder) => `已将 ${n(count)} 份副本保存到 ${folder}，还有 ${n(left)} 份未保存。`,
  known: (count) => `其中 ${n(count)} 张已在那里。`,
  missing: (count) => `${n(count)} 张照片的文件缺失。`,
  failed: (count) => `${n(count)} 个文件无法读取。`,
};
