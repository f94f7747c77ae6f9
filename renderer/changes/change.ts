/**
 * What a user does to the library: done by main, told in a toast that names it and can take it back; or, when it did not
 * work, told with main's reason. Nothing is drawn as done before it is.
 */
import { call } from '../bridge.ts';
import { currentStrings } from '../strings/strings.ts';
import { toast } from '../ui/toasts.tsx';
import { sayFailure } from './say-failure.ts';

/** Undo takes back the last change of all: an earlier one must not offer it. */
const TOPIC = 'history';

/**
 * @param work calls one or more of the contract's changes
 * @returns what `work` came to; null when it failed, which the user has been told
 */
export async function change<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    const result = await work();
    const { undo: label } = await call('history.state', {});
    const { common, history } = currentStrings();
    if (label !== null) {
      toast(history.done(label), { topic: TOPIC, action: { label: common.undo, run: () => void undo() } });
    }
    return result;
  } catch (error: unknown) {
    tellFailure(error);
    return null;
  }
}

export const undo = (): Promise<void> => reverse('history.undo');
export const redo = (): Promise<void> => reverse('history.redo');

async function reverse(name: 'history.undo' | 'history.redo'): Promise<void> {
  try {
    const { label, skipped } = await call(name, {});
    const { history } = currentStrings();
    const said = name === 'history.undo' ? history.undone(label) : history.redone(label);
    toast(skipped > 0 ? `${said} ${history.skipped(skipped)}` : said, { topic: TOPIC });
  } catch (error: unknown) {
    tellFailure(error);
  }
}

export function tellFailure(error: unknown): void {
  toast(sayFailure(error), { isFailure: true });
}
