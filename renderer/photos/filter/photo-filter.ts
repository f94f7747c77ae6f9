/** What of all photos is shown, and how that is changed part by part. */
import { allPhotos } from '../all-photos.ts';
import type { PhotoFilter } from '../timeline.ts';

type FilterPart = keyof PhotoFilter;

/** Some parts anew, the others as they are; undefined takes a part away. */
export function filterBy(parts: { readonly [Part in FilterPart]?: PhotoFilter[Part] | undefined }): void {
  const filter = { ...allPhotos.use.getState().filter, ...parts };
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  void allPhotos.ask({ filter: Object.fromEntries(given) });
}

export const clearFilter = (): void => void allPhotos.ask({ filter: {} });
