/** The families of endpoints: what a key is allowed is chosen family by family. */
import type { Endpoints as Known } from './api-store.ts';

type Endpoints = Pick<Known, 'endpoints'>;

/** In the order of the table of endpoints. */
export const families = ({ endpoints }: Endpoints): string[] => [...new Set(endpoints.map(({ family }) => family))];

/** @returns families of which a key may call something */
export function familiesOf({ endpoints }: Endpoints, allow: readonly string[]): string[] {
  const allowed = endpoints.filter(({ path }) => allow.includes(path));
  return [...new Set(allowed.map(({ family }) => family))];
}

/** @returns the paths of these families; null when they are all there are */
export function pathsOf(all: Endpoints, chosen: readonly string[]): string[] | null {
  if (families(all).every((family) => chosen.includes(family))) return null;
  return all.endpoints.filter(({ family }) => chosen.includes(family)).map(({ path }) => path);
}
