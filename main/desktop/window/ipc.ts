/** What the page may ask of main: the contract's procedures, and what the system does for it. Only our page is answered. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { Answer, EventName } from '../../../preload/contract.ts';
import { FileOfPhoto, Question } from '../../../preload/shell.ts';
import type { Core } from '../../core.ts';
import { KindredError, toFailure } from '../../kindred-error.ts';
import { choose } from '../dialogs.ts';
import { showFile } from '../show-file.ts';
import type { Speech } from '../speech.ts';
import { ORIGIN } from './app-scheme.ts';
import { tell } from './window.ts';

class IpcError extends KindredError<'forbidden' | 'invalid'> {}

const ProcedureName = z.string().max(100);

export function answerPage(window: BrowserWindow, core: Core, speech: Speech): void {
  handle('call', (name, args) => core.call(checked(ProcedureName, name), args));
  handle('choose', (question) => choose(window, checked(Question, question), speech.words.dialogs));
  handle('show-file', (file) => showFile(core, checked(FileOfPhoto, file)));
  core.follow((name, data) => tell(window, name as EventName, data));
}

/** Every answer is the contract's: what came of it, or a failure with a code and a message. */
function handle(channel: string, run: (...args: readonly unknown[]) => Promise<unknown>): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Answer> => {
    try {
      if (!isOurPage(event)) throw new IpcError('forbidden', 'Not our page.');
      return { ok: await run(...args) };
    } catch (error: unknown) {
      return { error: toFailure(error) };
    }
  });
}

/** The page itself: no frame within it, and no other address. */
const isOurPage = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${ORIGIN}/`);

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw new IpcError('invalid', z.prettifyError(error));
  return data as z.output<Schema>;
}
