/** Short commands: open the library beside whoever owns it, do one thing, close it again. */
import { dataFolder } from '../data-folder.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { VERSION } from '../version.ts';
import { type Output, openOutput } from './output.ts';

export interface GuestOptions {
  readonly data?: string;
  readonly json?: true;
}

/** @param work the library is open as long as this runs */
export async function asGuest(
  options: GuestOptions,
  work: (library: Library, output: Output) => void | Promise<void>,
): Promise<void> {
  const output = openOutput(options.json === true);
  const library = openLibrary(dataFolder(options.data), {
    role: 'guest',
    appVersion: VERSION,
    onNotice: (notice) => output.notice(notice.message),
  });
  try {
    await work(library, output);
  } finally {
    await library.close();
  }
}
