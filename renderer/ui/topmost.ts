/**
 * The dialogs that are open, one over the other. What is told in the window is told in the topmost: the browser keeps
 * everything else out of reach.
 */
import { useLayoutEffect } from 'react';
import { create } from 'zustand';

const useOpen = create<{ readonly open: readonly Element[] }>(() => ({ open: [] }));

/** While the component is shown, with its dialog open. */
export function useAsTopmost(dialog: Element | null): void {
  useLayoutEffect(() => {
    if (!dialog) return;
    useOpen.setState(({ open }) => ({ open: [...open, dialog] }));
    return () => useOpen.setState(({ open }) => ({ open: open.filter((other) => other !== dialog) }));
  }, [dialog]);
}

/** Null where no dialog is open. */
export const useTopmost = (): Element | null => useOpen(({ open }) => open.at(-1) ?? null);
