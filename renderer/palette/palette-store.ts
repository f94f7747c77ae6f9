/** Whether the palette is open, and what has been chosen in it lately, which this window remembers. */
import { create } from 'zustand';

export const usePalette = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const closePalette = (): void => usePalette.setState({ isOpen: false });
export const togglePalette = (): void => usePalette.setState(({ isOpen }) => ({ isOpen: !isOpen }));
