/** The system's own dialogs, which a window of Kindred's own has and an ordinary browser has not. */
import { z } from 'zod';
import type { Question } from '../../preload/shell.ts';
import { taken } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';

const Paths = z.array(z.string());

/** @returns none when the user chose nothing, or it did not work, which the user has been told */
export async function choosePaths(question: Question): Promise<readonly string[]> {
  const shell = window.kindred;
  if (!shell) return [];
  return (await attempt(async () => Paths.parse(taken(await shell.choose(question))))) ?? [];
}
