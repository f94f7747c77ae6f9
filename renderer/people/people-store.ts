/** The people as the window knows them: those with names, the groups that wait for one, and who is hidden. */
import { create } from 'zustand';
import type { PersonCard, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { createPages } from './pages.ts';

export type UnnamedGroup = Result<'unnamed.hidden'>['groups'][number];

interface PeopleState {
  /** Hidden ones too; the most photographed first. */
  readonly people: readonly PersonCard[];
  readonly hiddenGroups: readonly UnnamedGroup[];
  readonly isRead: boolean;
  readonly failure: string | null;
}

export const usePeople = create<PeopleState>(() => ({ people: [], hiddenGroups: [], isRead: false, failure: null }));

/** The largest first. */
export const unnamedGroups = createPages<UnnamedGroup>(async (range) => {
  const { groups, total } = await call('unnamed.page', range);
  return { items: groups, total };
});

let asked = 0;

export async function readPeople(): Promise<void> {
  asked++;
  const mine = asked;
  try {
    const people = call('people.list', { hidden: true }).then((list) => {
      // Shown at once: they stand above the rest.
      if (mine === asked) usePeople.setState({ people: list.people, isRead: true, failure: null });
    });
    const hidden = call('unnamed.hidden', {}).then(({ groups }) => {
      if (mine === asked) usePeople.setState({ hiddenGroups: groups });
    });
    await Promise.all([people, hidden, unnamedGroups.read()]);
  } catch (error: unknown) {
    if (mine === asked) usePeople.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

/** Call once, when the window starts. */
export function followPeople(): void {
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('people') && usePeople.getState().isRead) void readPeople();
  });
}
