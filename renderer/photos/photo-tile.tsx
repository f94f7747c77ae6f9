/** One photo of the grid: a button that opens it, and one that selects it. */
import { type MouseEvent, memo } from 'react';
import { useStrings } from '../strings/strings.ts';
import { RoundCheck } from '../ui/round-check.tsx';
import { dayName } from './day-name.ts';
import styles from './photo-tile.module.css';
import { Thumbnail } from './thumbnail.tsx';

/** What a tile shows of a photo. */
export interface TilePhoto {
  readonly id: string;
  readonly fileName: string;
  /** `YYYY-MM-DDTHH:mm:ss`; null when nobody knows. */
  readonly takenAt: string | null;
  readonly faceCount: number;
  /** How its user has turned it: another address, so that a turned photo is fetched anew. */
  readonly turn: string | null;
}

/** How a photo is selected: besides what is, or with all between it and the last one. */
export type SelectBy = 'toggle' | 'extend';

interface PhotoTileProps {
  readonly place: number;
  /** px */
  readonly width: number;
  readonly photo: TilePhoto | undefined;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Something is selected: a press selects more instead of opening. */
  readonly isSelecting: boolean;
  readonly onOpen: (place: number) => void;
  readonly onSelect: (place: number, by: SelectBy) => void;
}

export const PhotoTile = memo(function PhotoTile(props: PhotoTileProps) {
  const { place, width, photo, isCurrent, isSelected, isSelecting, onOpen, onSelect } = props;
  const strings = useStrings();
  const label = photo
    ? [photo.fileName, dayName(photo.takenAt?.slice(0, 10) ?? '', strings), strings.count.faces(photo.faceCount)].join(
        ', ',
      )
    : strings.common.loading;
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey) onSelect(place, 'extend');
    else if (isSelecting || event.ctrlKey || event.metaKey) onSelect(place, 'toggle');
    else onOpen(place);
  };
  return (
    <li style={{ width }} className={styles.tile} data-selected={isSelected || undefined}>
      <button
        type="button"
        data-place={place}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={label}
        aria-pressed={isSelecting ? isSelected : undefined}
        className={styles.photo}
        // Not disabled: keys that are faster than its picture would lose the focus.
        aria-disabled={!photo || undefined}
        onClick={photo && onClick}
      >
        {photo && <Thumbnail photo={photo} />}
      </button>
      {photo && (
        <RoundCheck
          of={photo.fileName}
          isSelected={isSelected}
          isShown={isSelecting}
          onSelect={(by) => onSelect(place, by)}
          className={styles.check}
        />
      )}
    </li>
  );
});
