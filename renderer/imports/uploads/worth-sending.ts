/** Which of the files that were found are sent, by the rules that main goes by as well. */
import type { Result } from '../../../preload/contract.ts';
import type { FoundFile } from './found-files.ts';

export type UploadRules = Result<'uploads.rules'>;

/** @returns null for a file that is sent; otherwise why it is not */
export function whyNot({ file, path }: FoundFile, rules: UploadRules): 'hidden' | 'not-a-photo' | 'too-large' | null {
  const parts = path.split('/');
  const isSkipped = (part: string): boolean => part.startsWith('.') || rules.systemFolders.includes(part.toLowerCase());
  if (parts.some(isSkipped)) return 'hidden';
  const extension = /.(\.[^.]+)$/.exec(parts.at(-1) ?? '')?.[1]?.toLowerCase();
  if (extension !== undefined && !rules.extensions.includes(extension)) return 'not-a-photo';
  return file.size > rules.mostBytes ? 'too-large' : null;
}
