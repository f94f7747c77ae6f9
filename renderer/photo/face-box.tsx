/** The box on a face: its name below it, what it is taken for beside it; pressed, it tells more. */
import { useSettings } from '../settings/settings-store.ts';
import { useStrings } from '../strings/strings.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { useWhoMenu } from '../who/use-who-menu.tsx';
import { attributeWords, type PhotoFace } from './attribute-words.ts';
import styles from './photo-stage.module.css';

interface FaceBoxProps {
  readonly face: PhotoFace;
  readonly isChosen: boolean;
  readonly showAttributes: boolean;
  /** Words stay as large as they are, however near the picture is. */
  readonly scale: number;
  /** Of the box as it is seen, px. */
  readonly width: number;
  readonly onChoose: () => void;
}

/** In a narrower box, px, words would lie over those of the next face: they wait until it is pointed at. */
const ROOMY = 84;

const percent = (fraction: number): string => `${fraction * 100}%`;

export function FaceBox({ face, isChosen, showAttributes, scale, width, onChoose }: FaceBoxProps) {
  const { photo: words } = useStrings();
  const showAttractive = useSettings((state) => state.window.showAttractive);
  const menuOf = useWhoMenu();
  const { box, name, attributes } = face;
  const who = name ?? words.unknownFace;
  const told = showAttributes && attributes ? attributeWords(attributes, words, showAttractive).join(', ') : null;
  return (
    <ContextMenu groups={menuOf(face.id)}>
      <button
        type="button"
        className={styles.face}
        data-unknown={name === null || undefined}
        data-chosen={isChosen || undefined}
        data-narrow={width < ROOMY || undefined}
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
        }}
      >
        <span className={styles.words} style={{ scale: String(1 / scale) }}>
          <span className={styles.name}>{who}</span>
          {told !== null && (
            <span className={styles.attributes} style={{ maxWidth: Math.max(ROOMY, width) * 1.3 }}>
              {told}
            </span>
          )}
        </span>
      </button>
    </ContextMenu>
  );
}
