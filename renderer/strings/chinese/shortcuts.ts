/** The list of shortcuts, in Chinese. */
import type { Strings } from '../english.ts';

export const shortcuts: Strings['shortcuts'] = {
  title: '键盘快捷键',
  everywhere: '任何位置',
  photo: '照片中',
  palette: '查找任何内容',
  shortcuts: '这些快捷键',
  undo: '撤销',
  redo: '重做',
  goTo: (view) => `前往${view}`,
};
