/** What is said everywhere, in Chinese. */
import type { Strings } from '../english.ts';

export const common: Strings['common'] = {
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  undo: '撤销',
  failedTitle: '操作没有成功',
  loading: '正在加载',
  select: (what) => `选择${what}`,
  deselect: (what) => `取消选择${what}`,
  list: (parts) => parts.join('，'),
  selectAll: '全选',
  clearSelection: '清除选择',
};
