/** The people as the window knows them. */
import { create } from 'zustand';
import type { PersonCard } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';

interface PeopleState {
  readonly people: readonly PersonCard[];
  readonly unnamedGroups: number;
  readonly isRead: boolean;
}

export const usePeople = create<PeopleState>(() => ({ people: [], unnamedGroups: 0, isRead: false }));

export async function readPeople(): Promise<void> {
  usePeople.setState({ ...(await call('people.list', {})), isRead: true });
}

/** Call once, when the window starts. */
export function followPeople(): void {
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('people') && usePeople.getState().isRead) void readPeople();
  });
}
