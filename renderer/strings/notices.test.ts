import { afterEach, expect, test, vi } from 'vitest';
import type { Notice } from '../../preload/contract/notices.ts';
import { sayNotice } from '../changes/say-notice.ts';
import { speak } from './strings.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => speak('en'));

const REASON = { code: 'disk-full', message: 'The disk is full.' };
const NOTICES: readonly (readonly [Notice, string])[] = [
  [
    { code: 'backup-failed', message: 'The daily backup failed. The disk is full.', reason: REASON },
    '每日备份失败。磁盘已满。不会丢失任何内容；请腾出空间后重试。',
  ],
  [
    { code: 'engine-restarted', message: 'The engine was restarted.', about: '/a/b.jpg', reason: REASON },
    '识别程序意外结束，已重新启动。当时正在处理：/a/b.jpg',
  ],
  [{ code: 'replaced', message: 'The backup has been restored.', setAside: null }, '备份已恢复。'],
  [
    { code: 'replaced', message: 'The backup has been restored.', setAside: '/a/replaced.sqlite' },
    '备份已恢复。之前的图库保存在：/a/replaced.sqlite',
  ],
];

test.each(NOTICES)('%o is said in the language of the window', (notice, chinese) => {
  expect(sayNotice(notice)).toBe(notice.message);
  speak('zh');
  expect(sayNotice(notice)).toBe(chinese);
});
