/** The points of faces, drawn over the picture and scaled with it. */
import type { PhotoFace } from './attribute-words.ts';
import styles from './face-points.module.css';

interface FacePointsProps {
  readonly faces: readonly PhotoFace[];
  readonly which: 'points21' | 'points106';
  /** Of the picture as it is fitted, px. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** A dot's radius in parts of the face's width, and what it is at most and at least on the screen, px. */
const RADIUS = { points21: 0.014, points106: 0.008 } as const;
const [LEAST, MOST] = [0.8, 3.5];

export function FacePoints({ faces, which, width, height, scale }: FacePointsProps) {
  return (
    <svg className={styles.points} data-which={which} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {faces.map((face) => {
        const onScreen = face.box.width * width * scale * RADIUS[which];
        const radius = Math.min(MOST, Math.max(LEAST, onScreen)) / scale;
        return (
          <path
            key={face.id}
            strokeWidth={2 * radius}
            d={face[which].map(([x, y]) => `M${x * width} ${y * height}h0`).join('')}
          />
        );
      })}
    </svg>
  );
}
