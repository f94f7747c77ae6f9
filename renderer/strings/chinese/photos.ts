/** The grid of photos, in Chinese. */
import type { Strings } from '../english.ts';

export const photos: Strings['photos'] = {
  emptyTitle: '还没有照片',
  emptyHint: '把文件夹或照片拖到此窗口的任意位置。Kindred 在原处读取它们，从不修改。',
  failedTitle: '无法读取图库',
  grid: '按日期排列的照片',
  today: '今天',
  yesterday: '昨天',
  noDate: '无日期',
  larger: '放大照片',
  smaller: '缩小照片',
  scrubber: '日期',
  order: { newest: '最新在前', oldest: '最早在前' },
};
