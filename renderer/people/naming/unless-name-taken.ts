/** A name for the unknown, and what to do when somebody has it already. */
import { change } from '../../changes/change.ts';

const isNameTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'name-taken';

/**
 * @param answer of a change that gives a name
 * @param tell what tells the user how it ended, unless the name is taken
 * @returns whether somebody has the name already and has to be told apart first
 */
export async function unlessNameTaken(
  answer: Promise<unknown>,
  tell: (work: () => Promise<unknown>) => Promise<unknown> = change,
): Promise<boolean> {
  const isTaken = await answer.then(() => false, isNameTaken);
  if (!isTaken) await tell(() => answer);
  return isTaken;
}
