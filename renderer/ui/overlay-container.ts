/**
 * Where menus and small panels are put: the page's body, or the dialog that is open over it, since the browser keeps
 * everything outside of an open dialog out of reach.
 */
import { createContext } from 'react';

export const OverlayContainer = createContext<HTMLElement | null>(null);
