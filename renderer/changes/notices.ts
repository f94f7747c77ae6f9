/** What went wrong, or was put right, behind the user's back. */
import { on } from '../bridge.ts';
import { toast } from '../ui/toasts.tsx';

/** Call once, when the window starts. */
export function followNotices(): void {
  on('notice', ({ message }) => toast(message));
}
