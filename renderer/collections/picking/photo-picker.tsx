/** Photos for an album: all there are, the newest first. */
import { type KeyboardEvent, useCallback, useMemo } from 'react';
import { createSelection } from '../../photos/selection.ts';
import { Thumbnail } from '../../photos/thumbnail.tsx';
import { useTimeline } from '../../photos/use-timeline.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CardGrid } from '../cards/card-grid.tsx';
import { ChoiceTile } from './choice-tile.tsx';
import styles from './photo-picker.module.css';

interface PhotoPickerProps {
  /** @returns whether it has been done */
  readonly onAdd: (ids: readonly string[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** px: the narrowest picture. */
const TILE = 112;
const GAP = 4;

export function PhotoPicker({ onAdd, onClose }: PhotoPickerProps) {
  const { collections: words, common, views, photos: photoWords } = useStrings();
  const timeline = useTimeline({});
  const photos = timeline.use((state) => state.photos);
  const total = timeline.use((state) => state.aspects.length);
  const status = timeline.use((state) => state.status);
  const selection = useMemo(() => createSelection(timeline), [timeline]);
  const ids = selection.use((state) => state.ids);
  const onSight = useCallback((first: number, end: number) => void timeline.see(first, end), [timeline]);

  const add = async (): Promise<void> => {
    if (await onAdd([...ids])) onClose();
  };
  const onKey = (event: KeyboardEvent, to: number): void => {
    if (event.shiftKey && event.key.startsWith('Arrow')) void selection.extendTo(to);
  };
  return (
    <Dialog
      title={words.album.addPhotos}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button tone="primary" disabled={ids.size === 0} onClick={() => void add()}>
            {ids.size === 0 ? words.album.addPhotos : words.album.addSome(ids.size)}
          </Button>
        </>
      }
    >
      <div className={styles.photos}>
        {status === 'ready' && total === 0 && <p>{photoWords.emptyHint}</p>}
        <CardGrid
          label={views.photos}
          className={styles.grid}
          count={total}
          keyOf={(place) => photos.get(place)?.id ?? String(place)}
          minWidth={TILE}
          heightOf={(width) => width}
          gap={GAP}
          onKey={onKey}
          onSight={onSight}
          card={(place, focus) => {
            const photo = photos.get(place);
            if (!photo) return null;
            return (
              <ChoiceTile
                label={common.list([photo.fileName, photo.takenAt?.slice(0, 10) ?? photoWords.noDate])}
                isChosen={ids.has(photo.id)}
                onChoose={(by) => void (by === 'extend' ? selection.extendTo(place) : selection.toggle(place))}
                focus={focus}
              >
                <Thumbnail photo={photo} />
              </ChoiceTile>
            );
          }}
        />
      </div>
    </Dialog>
  );
}
