/** The groups, face sets and albums as the window knows them: each list is read when it is first shown, and followed then. */
import { create } from 'zustand';
import { call, on } from '../bridge.ts';
import { sayFailure } from '../changes/say-failure.ts';
import type { CollectionCardData, CollectionKind } from './kinds.ts';

interface CollectionList {
  readonly all: readonly CollectionCardData[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
}

/** News that changes what the cards of a kind show: their names and counts, or the pictures on them. */
const NEWS: Readonly<Record<CollectionKind, readonly string[]>> = {
  group: ['collections', 'people'],
  faceset: ['collections', 'photos'],
  album: ['collections', 'photos'],
};
const KINDS = ['group', 'faceset', 'album'] as const;
const UNREAD: CollectionList = { all: [], status: 'loading', failure: null };

const useLists = create<Readonly<Record<CollectionKind, CollectionList>>>(() => ({
  ...{ group: UNREAD, faceset: UNREAD, album: UNREAD },
}));

export const useCollections = (kind: CollectionKind): CollectionList => useLists((lists) => lists[kind]);

/** The latest question of each kind; an earlier one that is answered late is not heard. */
const asked = new Map<CollectionKind, number>();

export async function readCollections(kind: CollectionKind): Promise<void> {
  const mine = (asked.get(kind) ?? 0) + 1;
  asked.set(kind, mine);
  const isHeard = (): boolean => asked.get(kind) === mine;
  try {
    const { collections } = await call('collections.list', { kind });
    if (isHeard()) useLists.setState({ [kind]: { all: collections, status: 'ready', failure: null } });
  } catch (error: unknown) {
    const failure = sayFailure(error);
    if (isHeard()) useLists.setState({ [kind]: { all: [], status: 'failed', failure } });
  }
}

/** Call once, when the window starts. */
export function followCollections(): void {
  on('library.changed', ({ kinds }) => {
    for (const kind of KINDS) {
      if (asked.has(kind) && kinds.some((news) => NEWS[kind].includes(news))) void readCollections(kind);
    }
  });
}
