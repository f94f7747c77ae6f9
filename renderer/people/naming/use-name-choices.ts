/** Whom a name field offers: who is likely while nothing is typed, then whoever is called so. */
import { useEffect, useState } from 'react';
import { call } from '../../bridge.ts';

export interface NameChoice {
  readonly personId: string;
  readonly name: string;
  readonly coverFaceId: string | null;
  /** How likely it is them; null where only the name says so. */
  readonly confidence: number | null;
}

interface NameChoicesOptions {
  readonly likely: readonly NameChoice[];
  readonly except: readonly string[];
  /** Everybody is offered while nothing is typed. */
  readonly findsAll: boolean;
}

const SHOWN = 6;

/** @param isAsked nothing is looked for before */
export function useNameChoices(
  text: string,
  isAsked: boolean,
  { likely, except, findsAll }: NameChoicesOptions,
): readonly NameChoice[] {
  const [found, setFound] = useState<readonly NameChoice[]>([]);
  const isSearch = isAsked && (text !== '' || (findsAll && likely.length === 0));
  const limit = SHOWN + Math.min(except.length, 40);
  useEffect(() => {
    if (!isSearch) return;
    let isCurrent = true;
    const show = (choices: readonly NameChoice[]): void => {
      if (isCurrent) setFound(choices);
    };
    call('people.find', { text, limit }).then(
      ({ people }) =>
        show(people.map(({ id, name, coverFaceId }) => ({ personId: id, name, coverFaceId, confidence: null }))),
      () => show([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [text, isSearch, limit]);
  const offered = isSearch ? found : text === '' ? likely : [];
  return offered.filter(({ personId }) => !except.includes(personId)).slice(0, SHOWN);
}
