/** What can be asked of a face: the same entries wherever a face has a menu. */
import { Pin, Scale, ScanFace, ScanSearch } from 'lucide-react';
import { useStrings } from '../strings/strings.ts';
import type { MenuGroup } from '../ui/menu-groups.tsx';
import { askWho, compareWithRemembered, rememberFace, useWho } from './who-store.ts';

export function useWhoMenu(): (faceId: string) => readonly MenuGroup[] {
  const { who: words } = useStrings();
  const remembered = useWho((state) => state.remembered);
  return (faceId) => [
    [
      { label: words.modes.identify, icon: <ScanFace aria-hidden />, run: () => void askWho(faceId) },
      { label: words.modes.find, icon: <ScanSearch aria-hidden />, run: () => void askWho(faceId, 'find') },
      { label: words.modes.compare, icon: <Scale aria-hidden />, run: () => void askWho(faceId, 'compare') },
    ],
    [
      { label: words.remember, icon: <Pin aria-hidden />, run: () => void rememberFace(faceId) },
      ...(remembered && remembered.id !== faceId
        ? [{ label: words.compareRemembered, icon: <Scale aria-hidden />, run: () => compareWithRemembered(faceId) }]
        : []),
    ],
  ];
}
