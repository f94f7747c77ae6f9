/**
 * The walk through what is worth deciding: one question after the other, the next ones fetched before they are asked. What
 * was answered can be taken back, and is asked again.
 */
import { create } from 'zustand';
import type { PersonCard, Result } from '../../../preload/contract.ts';
import { call } from '../../bridge.ts';
import { attempt } from '../../changes/attempt.ts';
import { undo } from '../../changes/change.ts';
import { sayFailure } from '../../changes/say-failure.ts';
import type { Suggested } from '../asking/is-it-them.tsx';
import { turns } from '../asking/turns.ts';
import type { NameChoice } from '../naming/use-name-choices.ts';
import type { UnnamedGroup } from '../people-store.ts';

export type Question =
  | { readonly kind: 'group'; readonly group: UnnamedGroup; readonly likely: NameChoice | null }
  | { readonly kind: 'face'; readonly person: PersonCard; readonly suggestion: Suggested };

interface Step {
  /** Of the question. */
  readonly place: number;
  /** Passed by without a change. */
  readonly isSkip: boolean;
  readonly isName: boolean;
}

interface ReviewState {
  readonly questions: readonly Question[];
  readonly place: number;
  readonly steps: readonly Step[];
  /** Where main goes on; null at the end. */
  readonly next: string | null;
  /** Groups that waited at the beginning. */
  readonly groups: number;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
}

const START: ReviewState = {
  ...{ questions: [], place: 0, steps: [], next: null, groups: 0, status: 'loading', failure: null },
};

export const useReview = create<ReviewState>(() => START);
const { getState, setState } = useReview;

const AT_ONCE = 12;
/** Fetched on when so few are left. */
const AHEAD = 5;
let fetching: Promise<void> | null = null;
/** The latest walk; what an earlier one fetches late is not taken. */
let walk = 0;
const inTurn = turns();

export async function startReview(): Promise<void> {
  walk++;
  fetching = null;
  known.clear();
  setState(START, true);
  await fetchOn(null);
}

async function fetchOn(after: string | null): Promise<void> {
  const mine = walk;
  try {
    const [{ items, next }, page] = await Promise.all([
      call('people.review', { after, limit: AT_ONCE }),
      after === null ? call('unnamed.page', { offset: 0, limit: 1 }) : null,
    ]);
    if (mine !== walk) return;
    const found = items.flatMap(questionsOf);
    setState(({ questions, groups }) => ({
      ...{ questions: [...questions, ...found], next, groups: page?.total ?? groups },
    }));
    // A page may be empty though there is a next one.
    if (found.length === 0 && next !== null) return fetchOn(next);
    setState({ status: 'ready', failure: null });
    preload();
  } catch (error: unknown) {
    if (mine === walk) setState({ status: 'failed', failure: sayFailure(error) });
  }
}

const questionsOf = (item: Result<'people.review'>['items'][number]): Question[] =>
  item.kind === 'group'
    ? [item]
    : item.suggestions.map((suggestion) => ({ kind: 'face', person: item.person, suggestion }));

/** @param step null when it was no answer, and nothing of it can be taken back */
function moveOn(step: Step | null): void {
  setState(({ place, steps }) => ({ place: place + 1, steps: step ? [...steps, step] : steps }));
  const { questions, place, next } = getState();
  if (next !== null && questions.length - place <= AHEAD && !fetching) {
    if (questions.length === place) setState({ status: 'loading' });
    fetching = fetchOn(next).finally(() => {
      fetching = null;
    });
  } else if (questions.length === place && fetching) setState({ status: 'loading' });
  preload();
}

export const skip = (): void => moveOn({ place: getState().place, isSkip: true, isName: false });

/** It is no question any more: another window has answered it, or an answer to one before. */
export function passBy(question: Question): void {
  const { questions, place } = getState();
  if (questions[place] === question) moveOn(null);
}

/** The next question is shown at once; should the answer be refused, that is told and nothing is lost. */
export async function decide(work: () => Promise<unknown>, isName: boolean): Promise<void> {
  const { place } = getState();
  const step = { place, isSkip: false, isName };
  moveOn(step);
  if ((await inTurn(() => attempt(work))) === null)
    setState(({ steps }) => ({ steps: steps.filter((other) => other !== step) }));
}

/** In turn, since a key that is held down must take back no more than was answered here. */
export const takeBackStep = (): Promise<void> =>
  inTurn(async () => {
    const last = getState().steps.at(-1);
    if (!last) return;
    if (!last.isSkip) await undo();
    setState(({ steps }) => ({ place: last.place, steps: steps.filter((step) => step !== last), status: 'ready' }));
  });

const pictures = new Map<string, HTMLImageElement>();

/** The pictures of the next question are there before it is asked. */
function preload(): void {
  const { questions, place } = getState();
  const next = questions[place + 1];
  if (!next) return;
  if (next.kind === 'group') {
    void facesOf(next.group.id).then((ids) => {
      for (const id of ids) picture(`/face/${id}`);
    });
  } else
    for (const address of [`/face/${next.suggestion.faceId}`, `/thumb/${next.suggestion.photoId}`]) picture(address);
}

function picture(address: string): void {
  if (pictures.size > 100) pictures.clear();
  const image = new Image();
  image.src = address;
  pictures.set(address, image);
}

/** As many as a question shows. */
const SHOWN = 18;
const known = new Map<string, Promise<readonly string[]>>();

/** A group's best faces, asked for once a walk. */
export function facesOf(groupId: string): Promise<readonly string[]> {
  const asked =
    known.get(groupId) ??
    call('unnamed.faces', { id: groupId, offset: 0, limit: SHOWN }).then(
      ({ faces }) => faces.map(({ id }) => id),
      () => [],
    );
  known.set(groupId, asked);
  if (known.size > 50) known.delete(known.keys().next().value ?? '');
  return asked;
}
