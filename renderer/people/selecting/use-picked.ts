/** Which cards of a grid are selected. */
import { useCallback, useMemo, useRef, useState } from 'react';

interface Selecting {
  readonly keys: ReadonlySet<string>;
  readonly select: (key: string, by: 'toggle' | 'extend') => void;
  readonly clear: () => void;
  readonly selectAll: () => void;
}

/** @param order keys of all cards: a stretch goes from one to another; what is no longer there is not selected */
export function usePicked(order: readonly string[]): Selecting {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const latest = useRef(order);
  latest.current = order;
  const keys = useMemo(() => (chosen.size === 0 ? chosen : chosen.intersection(new Set(order))), [chosen, order]);
  const select = useCallback((key: string, by: 'toggle' | 'extend'): void => {
    const all = latest.current;
    const [from, to] = [all.indexOf(anchor.current ?? key), all.indexOf(key)];
    if (by === 'extend' && from >= 0) {
      const stretch = all.slice(Math.min(from, to), Math.max(from, to) + 1);
      setChosen((before) => before.union(new Set(stretch)));
      return;
    }
    anchor.current = key;
    setChosen((before) => before.symmetricDifference(new Set([key])));
  }, []);
  const clear = useCallback(() => setChosen(new Set()), []);
  const selectAll = useCallback(() => setChosen(new Set(latest.current)), []);
  return { keys, select, clear, selectAll };
}
