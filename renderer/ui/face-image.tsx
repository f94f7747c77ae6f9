/** A face, round, as people are shown everywhere. */
import { UserRound } from 'lucide-react';
import styles from './face-image.module.css';

interface FaceImageProps {
  /** Null for somebody without a face. */
  readonly faceId: string | null;
  /** Spoken instead of the picture; empty where the name stands beside it. */
  readonly label?: string;
  readonly size?: 'small' | 'medium' | 'large';
}

export function FaceImage({ faceId, label = '', size = 'medium' }: FaceImageProps) {
  return (
    <span className={[styles.face, styles[size]].join(' ')}>
      {faceId === null ? (
        <UserRound aria-hidden={label === ''} aria-label={label || undefined} />
      ) : (
        <img src={`/face/${faceId}`} alt={label} loading="lazy" decoding="async" draggable={false} />
      )}
    </span>
  );
}
