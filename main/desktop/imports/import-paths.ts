/** Imports that begin outside of the page: by the menu, or by what Kindred was opened with. */
import type { Core } from '../../core.ts';
import { trouble } from '../../notices.ts';
import { ask } from '../ask-core.ts';
import type { Log } from '../log/log.ts';

/** As many paths as one import takes. */
const MOST = 10_000;

export async function importPaths(core: Core, log: Log, paths: readonly string[]): Promise<void> {
  try {
    for (let i = 0; i < paths.length; i += MOST) await ask(core, 'imports.start', { paths: paths.slice(i, i + MOST) });
  } catch (error: unknown) {
    log.fail('An import could not begin', error);
    core.notify(trouble('import-refused', 'The import could not begin.', error));
  }
}
