/** Whether the selection bar lies over the header of the view: what is under it is out of reach by keys as well. */
import { useLayoutEffect } from 'react';
import { create } from 'zustand';

const useBars = create<{ readonly shown: number }>(() => ({ shown: 0 }));

const add = (more: number): void => useBars.setState(({ shown }) => ({ shown: shown + more }));

/** While the component is shown. */
export function useAsCovering(): void {
  useLayoutEffect(() => {
    add(1);
    return () => add(-1);
  }, []);
}

export const useIsCovered = (): boolean => useBars(({ shown }) => shown > 0);
