/** Copies of originals, for somebody else or another disk. */
import type { exportProcedures } from '../../preload/contract/exports.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { DONE, type Family, type Services } from './family.ts';
import { existing } from './places.ts';

export const exports = ({ library, exports: all }: Services): Family<typeof exportProcedures> => ({
  'exports.start': async ({ photos, folder }) => {
    const [place = folder] = await existing([folder], 'folders');
    const wanted =
      'ids' in photos
        ? photos.ids
        : library.timeline.ids(library.timeline.shape(LOCAL_ACCOUNT, photos.filter, 'oldest').rows);
    return all.start(wanted, place);
  },
  'exports.cancel': ({ id }) => {
    all.cancel(id);
    return DONE;
  },
});
