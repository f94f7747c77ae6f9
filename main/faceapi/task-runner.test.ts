import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Trouble } from '../../preload/contract/notices.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { LibraryError } from '../library/library-error.ts';
import { newFolder, open } from '../library/library-fixture.ts';
import type { Endpoint, Services } from './endpoint.ts';
import { TaskRunner } from './task-runner.ts';

const DAY = 24 * 3600 * 1000;
const deferrable = { input: z.object({}), perform: async () => ({ answer: 42 }) };
const endpoints = new Map([['/face/thinking', { deferrable } as unknown as Endpoint]]);

test.each(['begin', 'succeed'] as const)(
  'a task of which the library cannot take note (%s) is told, waits, and is done by the next start',
  async (step) => {
    const library = open(newFolder());
    const services = { library } as unknown as Services;
    const faults: Trouble[] = [];
    const full = vi.spyOn(library.tasks, step).mockImplementation(() => {
      throw new LibraryError('disk-full', 'The disk is full.');
    });
    // Of one that could not be written down, not even that.
    const fail = vi.spyOn(library.tasks, 'fail').mockImplementation(() => {
      throw new LibraryError('disk-full', 'The disk is full.');
    });
    const first = new TaskRunner(services, endpoints, (fault) => faults.push(fault));
    const id = first.add(LOCAL_ACCOUNT, '/face/thinking', {}, DAY);
    await first.settle();
    expect(faults).toMatchObject([{ code: 'api-fault', reason: { code: 'disk-full' } }]);
    await first.close();

    full.mockRestore();
    fail.mockRestore();
    const second = new TaskRunner(services, endpoints, (fault) => faults.push(fault));
    await second.settle();
    expect(library.tasks.byId(id)).toMatchObject({ state: 'done', result: { answer: 42 } });
    expect(faults).toHaveLength(1);
  },
);
