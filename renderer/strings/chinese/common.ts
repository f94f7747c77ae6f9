/** What is said everywhere, in Chinese. */
import type { Strings } from '../english.ts';

export const common: Strings['common'] = {
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  undo: '撤销',
  failedTitle: '操作没有成功',
  notShown: '无法显示',
  loading: '正在加载',
  connection: {
    there: 'Kindred 已恢复响应。',
    lost: 'Kindred 没有响应。待它重新运行后，此页面会自动继续。',
    'shut-out': 'Kindred 已重新启动。请打开它的新地址，此页面也会继续。',
  },
  select: (what) => `选择${what}`,
  deselect: (what) => `取消选择${what}`,
  list: (parts) => parts.join('，'),
  selectAll: '全选',
  clearSelection: '清除选择',
};
