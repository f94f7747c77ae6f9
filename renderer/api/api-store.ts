/** The local API as the window knows it: whether it answers, its keys, its last calls. */
import { create } from 'zustand';
import type { Args, EventData, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { oneAfterAnother } from '../one-after-another.ts';

export type ApiKey = Result<'keys.list'>['keys'][number];
/** A call, numbered as this window has come to know it. */
export type NumberedCall = EventData<'api.called'> & { readonly number: number };
export type Endpoints = Result<'api.endpoints'>;

/** Calls that are shown. */
const CALLS = 100;
let counted = 0;

function numbered(call: EventData<'api.called'>): NumberedCall {
  counted++;
  return { ...call, number: counted };
}

interface ApiState {
  /** Null before it has been read. */
  readonly state: Result<'api.state'> | null;
  readonly keys: readonly ApiKey[];
  readonly endpoints: Endpoints | null;
  /** The newest first. */
  readonly calls: readonly NumberedCall[];
}

export const useApi = create<ApiState>(() => ({ state: null, keys: [], endpoints: null, calls: [] }));

const { getState, setState } = useApi;

export const readApi = oneAfterAnother(() =>
  attempt(async () => {
    const [state, { keys }, endpoints, { calls }] = await Promise.all([
      call('api.state', {}),
      call('keys.list', {}),
      call('api.endpoints', {}),
      call('api.calls', { limit: CALLS }),
    ]);
    setState({ state, keys, endpoints, calls: calls.map(numbered) });
  }),
);

/** Unasked: what is shown stays where that fails. */
async function readKeys(): Promise<void> {
  const answer = await call('keys.list', {}).catch(() => null);
  if (answer) setState(answer);
}

/** Null when main could not tell. */
export const readApiState = (): Promise<Result<'api.state'> | null> => attempt(() => call('api.state', {}));

export async function turnApi(on: boolean, port: number): Promise<void> {
  const state = await attempt(() => call('api.turn', { on, port }));
  // Refused or not: what is shown is what is.
  if (state) setState({ state });
  else await readApi();
}

/** @returns the secret, for the only time; null when main has refused */
export async function createKey(terms: Args<'keys.create'>): Promise<Result<'keys.create'> | null> {
  const made = await attempt(() => call('keys.create', terms));
  if (made) await readApi();
  return made;
}

export async function revokeKey(id: string): Promise<void> {
  await attempt(() => call('keys.revoke', { id }));
  await readApi();
}

/** Call once, when the window starts. */
export function followApi(): void {
  on('library.changed', ({ kinds }) => {
    if (!getState().state) return;
    if (kinds.includes('keys') || kinds.includes('settings')) void readApi();
    // What counts towards their quotas.
    else if (kinds.includes('people') || kinds.includes('collections')) void readKeys();
  });
  on('api.called', (called) => {
    const { state, calls, keys } = getState();
    if (!state) return;
    setState({ calls: [numbered(called), ...calls].slice(0, CALLS) });
    // Main does not tell that a key has been used; its first call says so, where the name leaves no doubt.
    const [key, another] = keys.filter(({ name, revokedAt }) => name === called.key && revokedAt === null);
    if (!key || another) return;
    setState({ keys: keys.map((known) => (known === key ? { ...key, usedAt: called.at } : known)) });
  });
}
