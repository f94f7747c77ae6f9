/** What can be done with some photos: the same entries in the context menu and above a selection. */
import { BookImage, FolderDown, FolderSearch, RotateCcw, RotateCw, Star, Tag, Trash2, Undo2 } from 'lucide-react';
import { putInto } from '../collections/collection-picker.tsx';
import { canShowInFolder, showInFolder, showInFolderLabel } from '../photo/show-in-folder.ts';
import { useStrings } from '../strings/strings.ts';
import type { MenuEntry, MenuGroup } from '../ui/menu-groups.tsx';
import { canSaveCopies, saveCopiesLabel, savePhotos } from './export/save-copies.ts';
import { deletePhotos, ratePhotos, restorePhotos, turnPhotos } from './photo-actions.ts';
import { askForTags } from './tag-dialog.tsx';

type Ids = readonly string[];

/** Further entries of a view's own: out of this album, say; `onGone` when the photos are in the list no more. */
export type MoreEntries = (ids: Ids, onGone: () => void) => readonly MenuEntry[];

const RATINGS = [5, 4, 3, 2, 1, null] as const;

interface PhotoMenu {
  /** Photos of the bin can only come back. */
  readonly isBin: boolean;
  /** Of which they are the photos; null for all. */
  readonly album: string | null;
  readonly more: MoreEntries;
  /** They are out of the list now. */
  readonly onGone: () => void;
}

export function usePhotoMenu({ isBin, album, more, onGone }: PhotoMenu): (ids: Ids) => readonly MenuGroup[] {
  const strings = useStrings();
  const { photos: words, photo } = strings;
  const takeAway = async (ids: Ids, take: (ids: Ids) => Promise<boolean>): Promise<void> => {
    if (await take(ids)) onGone();
  };

  const ofFiles = (ids: Ids): MenuEntry[] => {
    const entries: MenuEntry[] = [];
    const [id] = ids;
    if (canSaveCopies(ids.length)) {
      const label = saveCopiesLabel(strings, ids.length);
      entries.push({ label, icon: <FolderDown aria-hidden />, run: () => void savePhotos(ids) });
    }
    // Several lie in several folders.
    if (canShowInFolder && id !== undefined && ids.length === 1) {
      const label = showInFolderLabel(strings);
      entries.push({ label, icon: <FolderSearch aria-hidden />, run: () => void showInFolder(id, null) });
    }
    return entries;
  };

  return (ids) => {
    if (isBin) {
      return [
        [{ label: words.restore, icon: <Undo2 aria-hidden />, run: () => void takeAway(ids, restorePhotos) }],
        more(ids, onGone),
        ofFiles(ids),
      ];
    }
    return [
      more(ids, onGone),
      [
        { label: words.addToAlbum, icon: <BookImage aria-hidden />, run: () => void putInto('album', ids, album) },
        { label: words.tag, icon: <Tag aria-hidden />, run: () => askForTags(ids) },
        {
          label: words.rate,
          icon: <Star aria-hidden />,
          entries: RATINGS.map((rating) => ({
            label: rating === null ? words.noStars : photo.stars(rating),
            run: () => void ratePhotos(ids, rating),
          })),
        },
        { label: photo.turnLeft, icon: <RotateCcw aria-hidden />, run: () => void turnPhotos(ids, 'cw270') },
        { label: photo.turnRight, icon: <RotateCw aria-hidden />, run: () => void turnPhotos(ids, 'cw90') },
      ],
      ofFiles(ids),
      [
        {
          label: words.delete,
          icon: <Trash2 aria-hidden />,
          keys: words.deleteKey,
          run: () => void takeAway(ids, deletePhotos),
          isDanger: true,
        },
      ],
    ];
  };
}
