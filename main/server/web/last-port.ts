/**
 * The port that a library was served at last. A browser keeps what a page remembers by its address, port and all: at
 * another port all that somebody has chosen there would be forgotten.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import type { Library } from '../../library/library.ts';

const SETTING = 'web.port';
const port = z.int().min(1).max(65_535);

/** @returns 0, for any, where there was none or it is somebody else's by now */
export async function lastPort(library: Pick<Library, 'settings'>): Promise<number> {
  const { data: last } = port.safeParse(library.settings.get(SETTING));
  return last !== undefined && (await isFree(last)) ? last : 0;
}

export function keepPort(library: Pick<Library, 'settings' | 'transaction'>, served: number): void {
  if (library.settings.get(SETTING) === served) return;
  library.transaction(() => library.settings.set(SETTING, served));
}

async function isFree(wanted: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(wanted, '127.0.0.1');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
