/** An import's progress as the window is told of it, in lists and by events. */
import type { EventData } from '../../preload/contract.ts';
import type { ImportProgress } from '../organizer/import/import-job.ts';

export const importProgress = ({ finished, ...progress }: ImportProgress): EventData<'import.progress'> => ({
  ...progress,
  done: finished,
});
