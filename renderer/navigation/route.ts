/**
 * Where the window is: a view and what it shows, kept in the part of the address after `#`, so that back and forward work
 * and a reload comes back to the same place, in a window of our own scheme as in a browser tab.
 */
import { z } from 'zod';
import { create } from 'zustand';
import { VIEWS, type View } from '../../preload/contract/views.ts';
import { recall, remember } from '../memory.ts';
import { isCovered } from './cover.ts';

export interface Route {
  readonly view: View;
  /** The person, album … that is shown; null for the list of all. */
  readonly id: string | null;
  /** What of it is shown, where that is not the plain thing itself. */
  readonly page?: Page | undefined;
}

/**
 * `review` walks through what is worth deciding about people; `unnamed` is a group of faces that has no name yet; `once`
 * are those who are on one photo only.
 */
const PAGES = ['review', 'unnamed', 'once'] as const;
type Page = (typeof PAGES)[number];

const HOME: Route = { view: 'photos', id: null };

export function parseRoute(hash: string): Route {
  const [view = '', ...rest] = hash.replace(/^#?\/?/, '').split('/');
  const known = VIEWS.find((candidate) => candidate === view);
  if (!known) return HOME;
  const page = PAGES.find((candidate) => candidate === rest[0]);
  const id = rest[page ? 1 : 0] ?? '';
  return { view: known, id: /^[0-9a-f]{32}$/.test(id) ? id : null, ...(page && { page }) };
}

export const formatRoute = ({ view, id, page }: Route): string =>
  ['#', view, page, id].filter((part) => part !== undefined && part !== null).join('/');

const KEY = 'view';

/** Where the address leads; without one to the view where the window was closed, but not to somebody who may be gone. */
const whereToBegin = (hash: string): Route =>
  hash === '' ? { view: recall(KEY, z.enum(VIEWS), HOME.view), id: null } : parseRoute(hash);

export const useRoute = create<Route>(() => whereToBegin(globalThis.location?.hash ?? ''));

export function go(view: View, id: string | null = null, page?: Page): void {
  const hash = formatRoute({ view, id, page });
  if (isCovered()) location.replace(hash);
  else location.hash = hash;
}

/** Call once, when the window starts. */
export function followAddress(): void {
  // Going back from the next view leads here, and not to where a fresh window begins.
  if (location.hash === '') history.replaceState(null, '', formatRoute(useRoute.getState()));
  window.addEventListener('hashchange', () => {
    const route = parseRoute(location.hash);
    useRoute.setState(route, true);
    remember(KEY, route.view);
  });
}
