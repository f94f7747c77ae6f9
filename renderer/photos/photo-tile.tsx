/** One photo of the grid: a button that opens it. */
import { memo } from 'react';
import { useStrings } from '../strings/strings.ts';
import styles from './photo-grid.module.css';

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

interface PhotoTileProps {
  readonly place: number;
  /** px */
  readonly width: number;
  readonly photo: TilePhoto | undefined;
  readonly isCurrent: boolean;
  readonly onOpen: (place: number) => void;
}

export const PhotoTile = memo(function PhotoTile({ place, width, photo, isCurrent, onOpen }: PhotoTileProps) {
  const strings = useStrings();
  const label = photo
    ? [photo.fileName, photo.takenAt?.slice(0, 10) ?? strings.photos.noDate, strings.count.faces(photo.faceCount)].join(
        ', ',
      )
    : strings.common.loading;
  return (
    <li style={{ width }} className={styles.tile}>
      <button
        type="button"
        data-place={place}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={label}
        onClick={() => onOpen(place)}
        disabled={!photo}
      >
        {photo && (
          <img
            src={`/thumb/${photo.id}${photo.turn ? `?${photo.turn}` : ''}`}
            alt=""
            decoding="async"
            draggable={false}
          />
        )}
      </button>
    </li>
  );
});
