/** The names of the views, in Chinese. */
import type { Strings } from '../english.ts';

export const views: Strings['views'] = {
  label: '视图',
  photos: '照片',
  people: '人物',
  groups: '群组',
  facesets: '人脸集',
  albums: '相册',
  imports: '导入',
  api: '本地接口',
  settings: '设置',
};
