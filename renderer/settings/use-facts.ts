/** Facts about library and models, asked for when they are looked at and again when something has changed. */
import { useEffect, useMemo, useState } from 'react';
import { on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { oneAfterAnother } from '../one-after-another.ts';

/**
 * @param ask the same function at every drawing
 * @returns the facts, null before they are there, and the way to ask anew
 */
export function useFacts<Facts>(ask: () => Promise<Facts>): readonly [Facts | null, () => void] {
  const [facts, setFacts] = useState<Facts | null>(null);
  const read = useMemo(
    () =>
      oneAfterAnother(async () => {
        const found = await attempt(ask);
        if (found !== null) setFacts(found);
      }),
    [ask],
  );
  useEffect(() => {
    void read();
    return on('library.changed', () => void read());
  }, [read]);
  return [facts, read];
}
