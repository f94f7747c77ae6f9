/** The people as the window knows them: those with names, the groups that wait for one, and who is hidden. */
import { create } from 'zustand';
import type { PersonCard, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { sayFailure } from '../changes/say-failure.ts';
import { pagedList } from '../lists/paged-list.ts';
import { useRoute } from '../navigation/route.ts';

export type UnnamedGroup = Result<'unnamed.hidden'>['groups'][number];

interface PeopleState {
  /** Without hidden ones. */
  readonly people: readonly PersonCard[];
  readonly hiddenPeople: readonly PersonCard[];
  readonly hiddenGroups: readonly UnnamedGroup[];
  /** How many faces look like nobody else. */
  readonly seenOnce: number;
  readonly isRead: boolean;
  readonly failure: string | null;
}

export const usePeople = create<PeopleState>(() => ({
  ...{ people: [], hiddenPeople: [], hiddenGroups: [], seenOnce: 0, isRead: false, failure: null },
}));

/** The largest first. */
export const unnamedGroups = pagedList<UnnamedGroup>(async (range) => {
  const { groups, total } = await call('unnamed.page', range);
  return { items: groups, total };
});

/** The views that show everybody. */
const SHOWN_IN: readonly string[] = ['people', 'groups', 'facesets'];
/** ms after the window's start, when it has drawn what it opened with: whoever then goes to the people finds them there. */
const QUIET = 2500;
let asked = 0;

export async function readPeople(): Promise<void> {
  asked++;
  const mine = asked;
  try {
    const people = call('people.list', { hidden: true }).then((list) => {
      // Shown at once: they stand above the rest.
      if (mine !== asked) return;
      const { hidden: hiddenPeople = [], shown = [] } = Object.groupBy(list.people, ({ hidden }) =>
        hidden ? 'hidden' : 'shown',
      );
      usePeople.setState({ people: shown, hiddenPeople, isRead: true, failure: null });
    });
    const hidden = call('unnamed.hidden', {}).then(({ groups }) => {
      if (mine === asked) usePeople.setState({ hiddenGroups: groups });
    });
    const once = call('unnamed.seen-once', { offset: 0, limit: 1 }).then(({ total }) => {
      if (mine === asked) usePeople.setState({ seenOnce: total });
    });
    await Promise.all([people, hidden, once, unnamedGroups.read()]);
  } catch (error: unknown) {
    if (mine === asked) usePeople.setState({ failure: sayFailure(error) });
  }
}

/** Call once, when the window starts. */
export function followPeople(): void {
  setTimeout(() => void readPeople(), QUIET);
  on('library.changed', ({ kinds }) => {
    // Elsewhere nobody looks at them, and 3,000 people are much to ask for while an import runs; whoever comes reads anew.
    if (kinds.includes('people') && SHOWN_IN.includes(useRoute.getState().view)) void readPeople();
  });
}
