/** What the system shows of an import: a bar on the application's icon, and a notice at its end when nobody looks. */
import { type BrowserWindow, Notification } from 'electron';
import type { EventData } from '../../../preload/contract.ts';
import type { Core } from '../../core.ts';
import { on } from '../ask-core.ts';
import type { Speech } from '../speech.ts';
import { bringToFront } from '../window/window.ts';
import { importBar } from './import-bar.ts';

type Progress = EventData<'import.progress'>;

export function showImports(window: BrowserWindow, core: Core, speech: Speech): void {
  /** Imports that have been told of as running, and not as ended. */
  const running = new Set<string>();
  /** Kept while it may be clicked. */
  let notification: Notification | null = null;
  on(core, 'import.progress', (progress) => {
    const { jobId, state } = progress;
    if (!window.isDestroyed()) window.setProgressBar(importBar(progress));
    if (state === 'running') running.add(jobId);
    else if (running.delete(jobId) && state === 'done' && hasCome(progress) && !isSeen(window)) {
      if (!Notification.isSupported()) return;
      notification?.close();
      notification = notificationOf(progress, speech);
      notification.on('click', () => bringToFront(window));
      notification.show();
    }
  });
}

/** Followed folders are walked at every start, and mostly have nothing new. */
const hasCome = ({ counts }: Progress): boolean => counts.done > 0 || counts.failed > 0;

const isSeen = (window: BrowserWindow): boolean => !window.isDestroyed() && window.isFocused();

function notificationOf({ counts }: Progress, { words: { notifications } }: Speech): Notification {
  const body = notifications.outcome(counts.done, counts.faces, counts.failed);
  return new Notification({ title: notifications.imported, body });
}
