/** What there is to filter by, read when somebody wants to. */
import { useEffect, useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';

type Facets = Result<'photos.facets'>;

const NONE: Facets = { years: [], cameras: [], tags: [], albums: [] };

export function useFacets(): Facets {
  const [facets, setFacets] = useState<Facets>(NONE);
  useEffect(() => {
    void attempt(async () => setFacets(await call('photos.facets', {})));
  }, []);
  return facets;
}
