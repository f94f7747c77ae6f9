/** The face that is asked about, if one is, and what is asked; and a face that is remembered, to compare others with. */
import { create } from 'zustand';
import type { Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { change } from '../changes/change.ts';
import { currentStrings } from '../strings/strings.ts';
import { toast } from '../ui/toasts.tsx';

export type WhoMode = 'identify' | 'find' | 'compare';
export type AskedFace = Result<'who.face'>;

/** What a face is compared with. */
export type Other =
  | { readonly kind: 'face'; readonly id: string; readonly name: string | null }
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly coverFaceId: string | null };

interface Who {
  /** Null while nothing is asked. */
  readonly face: AskedFace | null;
  readonly mode: WhoMode;
  readonly other: Other | null;
  readonly remembered: AskedFace | null;
}

export const useWho = create<Who>(() => ({ face: null, mode: 'identify', other: null, remembered: null }));

const { getState, setState } = useWho;

/** Opens the dialog on a face, over whatever is open. */
export async function askWho(faceId: string, mode: WhoMode = 'identify', other: Other | null = null): Promise<void> {
  const face = await attempt(() => call('who.face', { faceId }));
  if (face) setState({ face, mode, other });
}

export const closeWho = (): void => setState({ face: null, other: null });

/** To be compared with a face that is asked about later. */
export async function rememberFace(faceId: string): Promise<void> {
  const remembered = await attempt(() => call('who.face', { faceId }));
  if (!remembered) return;
  setState({ remembered });
  toast(currentStrings().who.remembered);
}

/** Opens the dialog on a face beside the remembered one. */
export function compareWithRemembered(faceId: string): void {
  const { remembered } = getState();
  if (remembered) void askWho(faceId, 'compare', { kind: 'face', id: remembered.id, name: remembered.name });
}

/** A change of faces, after which the dialog shows them as they are. */
export async function changeFaces<Done>(work: () => Promise<Done>): Promise<Done | null> {
  const result = await change(work);
  await readFaceAgain();
  return result;
}

async function readFaceAgain(): Promise<void> {
  const { face } = getState();
  if (!face) return;
  const now = await call('who.face', { faceId: face.id }).catch(() => null);
  if (getState().face?.id === face.id) setState({ face: now });
}

/** Call once, when the window starts: undone names show here, too. */
export function followWho(): void {
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('people')) void readFaceAgain();
  });
}
