/** What is drawn over photos and beside them; kept from one photo to the next, and remembered by the window. */
import { z } from 'zod';
import { create } from 'zustand';
import { recall, remember } from '../memory.ts';

const KEY = 'photo.overlays';
const Overlays = z.object({
  showFaces: z.boolean(),
  showPoints21: z.boolean(),
  showPoints106: z.boolean(),
  showAttributes: z.boolean(),
  showInfo: z.boolean(),
});
type Overlays = Readonly<z.infer<typeof Overlays>>;

export const useOverlays = create<Overlays>(() =>
  recall(KEY, Overlays, {
    showFaces: true,
    showPoints21: false,
    showPoints106: false,
    showAttributes: false,
    showInfo: false,
  }),
);

export function toggleOverlay(overlay: keyof Overlays): void {
  useOverlays.setState((state) => ({ [overlay]: !state[overlay] }));
  remember(KEY, useOverlays.getState());
}
