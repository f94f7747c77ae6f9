/** The box on a face: its name below it, what it is taken for beside it; pressed, it tells more. */
import { useStrings } from '../strings/strings.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { useWhoMenu } from '../who/use-who-menu.tsx';
import type { PhotoFace } from './attribute-words.ts';
import styles from './photo-stage.module.css';
import type { Room } from './words-with-room.ts';

interface FaceBoxProps {
  readonly face: PhotoFace;
  readonly isChosen: boolean;
  /** What it is taken for; null when that is not asked. */
  readonly told: string | null;
  /** Of what is told, px. */
  readonly wide: number;
  readonly room: Room;
  /** Words stay as large as they are, however near the picture is. */
  readonly scale: number;
  readonly onChoose: () => void;
}

const percent = (fraction: number): string => `${fraction * 100}%`;

export function FaceBox({ face, isChosen, told, wide, room, scale, onChoose }: FaceBoxProps) {
  const { photo: words } = useStrings();
  const menuOf = useWhoMenu();
  const { box, name } = face;
  const who = name ?? words.unknownFace;
  return (
    <ContextMenu groups={menuOf(face.id)}>
      <button
        type="button"
        className={styles.face}
        data-unknown={name === null || undefined}
        data-chosen={isChosen || undefined}
        data-face={face.id}
        data-room={room}
        aria-label={told === null ? who : `${who}, ${told}`}
        aria-pressed={isChosen}
        onClick={onChoose}
        style={{
          left: percent(box.left),
          top: percent(box.top),
          width: percent(box.width),
          height: percent(box.height),
          borderWidth: 2 / scale,
          borderRadius: 8 / scale,
          outlineWidth: 2 / scale,
          outlineOffset: 2 / scale,
        }}
      >
        <span className={styles.words} style={{ scale: String(1 / scale) }}>
          <span className={styles.name}>{who}</span>
          {told !== null && (
            <span className={styles.attributes} style={{ maxWidth: wide }}>
              {told}
            </span>
          )}
        </span>
      </button>
    </ContextMenu>
  );
}
