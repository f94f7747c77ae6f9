/** A filter in words, with the names of the people, the album and the tag in it. */
import { useEffect, useState } from 'react';
import { call } from '../../bridge.ts';
import { useStrings } from '../../strings/strings.ts';
import type { PhotoFilter } from '../timeline.ts';
import { type Names, type PartInWords, partsInWords } from './parts-in-words.ts';

export function useFilterParts(filter: PhotoFilter): readonly PartInWords[] {
  const strings = useStrings();
  const names = useNames(filter);
  return partsInWords(filter, names, strings);
}

function useNames({ persons = [], album, tag }: PhotoFilter): Names {
  const [names, setNames] = useState<Names>(new Map());
  const wanted = [...persons, album, tag].filter((id) => id !== undefined).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are all that counts.
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      // Somebody who is gone has no name; the others keep theirs.
      const people = persons.map((id) => call('person.show', { id }).catch(() => null));
      const facets = album === undefined && tag === undefined ? null : await call('photos.facets', {});
      const found = [...(await Promise.all(people)), ...(facets?.albums ?? []), ...(facets?.tags ?? [])];
      if (isCurrent) setNames(new Map(found.flatMap((one) => (one ? [[one.id, one.name]] : []))));
    };
    // What is gone has no name; the filter then says so by finding nothing.
    read().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return names;
}
