/** Whether the list of shortcuts is open. */
import { create } from 'zustand';

export const useShortcuts = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const showShortcuts = (): void => useShortcuts.setState({ isOpen: true });
export const hideShortcuts = (): void => useShortcuts.setState({ isOpen: false });
