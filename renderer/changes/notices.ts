/** What went wrong, or was put right, behind the user's back. */
import type { Notice } from '../../preload/contract/notices.ts';
import { call, on } from '../bridge.ts';
import { toast } from '../ui/toasts.tsx';
import { sayNotice } from './say-notice.ts';

/** Nothing is lost and nothing has to be done: it goes by itself. What else is told stays until somebody has read it. */
const PASSING: readonly Notice['code'][] = ['checked', 'migrated', 'replaced', 'engine-restarted', 'grouping-waits'];

/** Call once, when the window starts: also tells what happened before there was one. */
export function followNotices(): void {
  on('notice', tell);
  call('notices.missed', {}).then(
    ({ notices }) => notices.forEach(tell),
    () => undefined,
  );
}

const tell = (notice: Notice): void => void toast(sayNotice(notice), { isFailure: !PASSING.includes(notice.code) });
