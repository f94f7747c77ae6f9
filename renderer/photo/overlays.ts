/** What is drawn over photos and beside them; kept from one photo to the next. */
import { create } from 'zustand';

type Overlay = 'showFaces' | 'showPoints21' | 'showPoints106' | 'showAttributes' | 'showInfo';

export const useOverlays = create<Readonly<Record<Overlay, boolean>>>(() => ({
  showFaces: true,
  showPoints21: false,
  showPoints106: false,
  showAttributes: false,
  showInfo: false,
}));

export const toggleOverlay = (overlay: Overlay): void =>
  useOverlays.setState((state) => ({ [overlay]: !state[overlay] }));
