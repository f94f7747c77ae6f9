/**
 * Where the window is: a view and what it shows, kept in the part of the address after `#`, so that back and forward work
 * and a reload comes back to the same place, in a window of our own scheme as in a browser tab.
 */
import { create } from 'zustand';
import { VIEWS, type View } from '../../preload/contract/views.ts';

export interface Route {
  readonly view: View;
  /** The person, album … that is shown; null for the list of all. */
  readonly id: string | null;
}

const HOME: Route = { view: 'photos', id: null };

export function parseRoute(hash: string): Route {
  const [view = '', id = ''] = hash.replace(/^#?\/?/, '').split('/');
  const known = VIEWS.find((candidate) => candidate === view);
  return known ? { view: known, id: /^[0-9a-f]{32}$/.test(id) ? id : null } : HOME;
}

export const formatRoute = ({ view, id }: Route): string => (id === null ? `#/${view}` : `#/${view}/${id}`);

export const useRoute = create<Route>(() => parseRoute(globalThis.location?.hash ?? ''));

export function go(view: View, id: string | null = null): void {
  location.hash = formatRoute({ view, id });
}

/** Call once, when the window starts. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => useRoute.setState(parseRoute(location.hash), true));
}
