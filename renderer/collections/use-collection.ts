/** One group, face set or album, followed while it is shown. */
import { useEffect, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { sayFailure } from '../changes/say-failure.ts';
import type { CollectionKind } from './kinds.ts';

type Collection = Result<'collection.show'>;

interface Shown {
  readonly collection: Collection | null;
  /** Why it cannot be shown: it is gone, say. */
  readonly failure: string | null;
}

export function useCollection(kind: CollectionKind, id: string): Shown {
  const [shown, setShown] = useState<Shown>({ collection: null, failure: null });
  useEffect(() => {
    let asked = 0;
    const read = async (): Promise<void> => {
      asked++;
      const mine = asked;
      const answer = await call('collection.show', { kind, id }).then(
        (collection) => ({ collection, failure: null }),
        (error: unknown) => ({ collection: null, failure: sayFailure(error) }),
      );
      if (mine === asked) setShown(answer);
    };
    void read();
    const stop = on('library.changed', ({ kinds }) => {
      if (kinds.some((news) => news === 'collections' || news === 'people' || news === 'photos')) void read();
    });
    return () => {
      asked = -1;
      stop();
    };
  }, [kind, id]);
  return shown;
}
