/** "These are one": at once where it is plain who stays, else a question. */
import { create } from 'zustand';
import { mergeIntoGroup, mergeIntoPerson, type Picked } from '../people-actions.ts';

/** Who is to be merged, while it is asked into whom. */
export const useMerging = create<{ readonly picked: Picked | null }>(() => ({ picked: null }));

export function askToMerge(picked: Picked): void {
  const { persons, groups } = picked;
  const [person, group] = [persons[0], groups[0]];
  if (persons.length === 1 && person !== undefined && groups.length > 0) void mergeIntoPerson(person, picked);
  else if (persons.length === 0 && groups.length > 1 && group !== undefined) void mergeIntoGroup(group, picked);
  else useMerging.setState({ picked });
}
