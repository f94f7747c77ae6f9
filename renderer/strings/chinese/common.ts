/** What is said everywhere, in Chinese. */
import type { Strings } from '../english.ts';

export const common: Strings['common'] = {
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  undo: '撤销',
  failedTitle: '操作没有成功',
  loading: '正在加载',
};
