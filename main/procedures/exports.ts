/** Copies of originals, for somebody else or another disk. */
import type { exportProcedures } from '../../preload/contract/exports.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { DONE, type Family, type Services } from './family.ts';
import { filterFor } from './photo-filter.ts';
import { existing } from './places.ts';

export const exports = ({ library, organizer, exports: all }: Services): Family<typeof exportProcedures> => ({
  'exports.start': async ({ photos, folder }) => {
    const [place = folder] = await existing([folder], 'folders');
    if ('ids' in photos) return all.start(photos.ids, place);
    const { rows } = library.timeline.shape(LOCAL_ACCOUNT, await filterFor(organizer, photos.filter), 'oldest');
    return all.start(library.timeline.ids(rows), place);
  },
  'exports.cancel': ({ id }) => {
    all.cancel(id);
    return DONE;
  },
});
