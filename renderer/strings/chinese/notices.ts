/** What main tells unasked, in Chinese. */
import type { NoticeWords } from '../english/notices.ts';

const before = (setAside: string | null): string => (setAside === null ? '' : `之前的图库保存在：${setAside}`);

export const notices: NoticeWords = {
  'api-fault': ({ about }, why) => `对本地接口 ${about ?? ''} 的一次调用失败。${why}`,
  'api-off': (_, why) => `本地接口无法启动。${why}`,
  'backup-failed': (_, why) => `每日备份失败。${why}`,
  'engine-restarted': ({ about }) => `识别程序意外结束，已重新启动。当时正在处理：${about ?? ''}`,
  'expiry-failed': (_, why) => `过期的内容无法清除。${why}`,
  'folder-not-followed': (_, why) => `有一个关注的文件夹无法继续关注。${why}`,
  'folders-not-noted': (_, why) => `关注的文件夹中的新照片未能记录。${why}`,
  'grouping-waits': (_, why) => `有人脸尚待归组。${why}`,
  'import-refused': (_, why) => `导入未能开始。${why}`,
  'menu-failed': (_, why) => `操作未能完成。${why}`,
  'import-stopped': (_, why) => `导入已停止。${why}`,
  'not-reopened': (_, why) => `图库无法重新打开。请重新启动 Kindred。${why}`,
  'pack-refused': ({ about }, why) => `模型包 ${about ?? ''} 无法使用，Kindred 改用自带的模型。${why}`,
  checked: () => '上次 Kindred 没有正常关闭。图库已检查，完好无损。',
  migrated: ({ backup }) => `图库已更新到此版本的 Kindred。更新之前的图库保存在：${backup}`,
  restored: ({ setAside, madeAt }) =>
    `图库文件${setAside === null ? '不见了' : `已损坏，已移到 ${setAside}`}。Kindred 已恢复 ${new Date(madeAt).toLocaleString('zh')} 的备份；此后的更改不在其中。`,
  replaced: ({ setAside }) => `备份已恢复。${before(setAside)}`,
  'not-restored': () => '要恢复的备份副本已损坏。没有任何更改。',
  'started-empty': ({ setAside }) =>
    `图库文件已损坏，已移到 ${setAside}。没有可用的备份，因此 Kindred 从空图库开始；您的照片都在原处。`,
};
