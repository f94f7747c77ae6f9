/** A row of the grid. Drawn anew only when something in it has changed: while the grid scrolls, nothing has. */
import { memo } from 'react';
import { type Row, shownAspect } from './justified-layout.ts';
import styles from './photo-grid.module.css';
import { PhotoTile, type SelectBy } from './photo-tile.tsx';
import type { PhotoTileData } from './timeline.ts';

interface PhotoRowProps {
  readonly row: Row;
  /** px from the top of the grid. */
  readonly top: number;
  readonly aspects: readonly number[];
  readonly photos: ReadonlyMap<number, PhotoTileData>;
  readonly selected: ReadonlySet<string>;
  /** Place of the photo that Tab comes to; -1 when it is in another row. */
  readonly current: number;
  readonly onOpen: (place: number) => void;
  readonly onSelect: (place: number, by: SelectBy) => void;
}

export const PhotoRow = memo(function PhotoRow(props: PhotoRowProps) {
  const { row, top, aspects, photos, selected, current, onOpen, onSelect } = props;
  return (
    <ul className={styles.row} style={{ top, height: row.photoHeight }}>
      {Array.from({ length: row.count }, (_, i) => {
        const place = row.first + i;
        const photo = photos.get(place);
        return (
          <PhotoTile
            key={place}
            place={place}
            width={shownAspect(aspects[place] ?? 100) * row.photoHeight}
            photo={photo}
            isCurrent={place === current}
            isSelected={photo !== undefined && selected.has(photo.id)}
            isSelecting={selected.size > 0}
            onOpen={onOpen}
            onSelect={onSelect}
          />
        );
      })}
    </ul>
  );
});
