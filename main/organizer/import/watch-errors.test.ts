import type { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { FolderWatch } from './watch.ts';

const { watcher } = vi.hoisted(() => ({ watcher: { current: null as EventEmitter | null } }));
vi.mock('chokidar', async () => {
  const events = await import('node:events');
  return {
    watch: () => {
      watcher.current = new events.EventEmitter();
      return watcher.current;
    },
  };
});

test('a system that watches no more folders is told of once, not once a folder', () => {
  const failures: string[] = [];
  new FolderWatch(['/photos'], () => undefined, { onError: ({ message }) => failures.push(message) });
  const full = (folder: string) => Object.assign(new Error(`ENOSPC: ${folder}`), { code: 'ENOSPC' });
  for (const folder of ['a', 'b', 'c']) watcher.current?.emit('error', full(folder));
  watcher.current?.emit('error', Object.assign(new Error('EACCES: d'), { code: 'EACCES' }));
  expect(failures).toEqual(['ENOSPC: a', 'EACCES: d']);
});
