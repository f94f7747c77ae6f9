/** Keys for what is selected, wherever in the view the focus is: after a rubber band it is nowhere. */
import { useEffect } from 'react';
import { ratePhotos } from './photo-actions.ts';
import type { Selection } from './selection.ts';

/** @param remove takes photos away; nothing where they cannot be */
export function useSelectionKeys(selection: Selection, remove: (ids: readonly string[]) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isElsewhere = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (event.defaultPrevented || isElsewhere || document.querySelector('dialog[open], [role="menu"]')) return;
      const { key } = event;
      const ids = [...selection.use.getState().ids];
      if (event.ctrlKey || event.metaKey) {
        if (key.toLowerCase() !== 'a') return;
        void selection.selectAll();
      } else if (ids.length === 0) return;
      else if (key === 'Escape') selection.clear();
      else if (key === 'Delete' || key === 'Backspace') remove(ids);
      else if (/^[0-5]$/.test(key)) void ratePhotos(ids, key === '0' ? null : Number(key));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [selection, remove]);
}
