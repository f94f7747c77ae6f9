/** What is done to the open photo, and what is drawn over it, as buttons above it. */
import {
  Info,
  Keyboard,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  ScanFace,
  SquareDashed,
  Tags,
  Trash2,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { showShortcuts } from '../shortcuts/shortcuts-store.ts';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useOverlays } from './overlays.ts';
import styles from './photo-bar.module.css';
import type { Shortcut } from './shortcuts.ts';

/** Each has a key as well; stars have one for each number. */
export type PhotoActions = Readonly<Record<Exclude<Shortcut, 'rate'>, () => void>>;

/** What can be drawn over the photo. */
const OVERLAYS = ['showFaces', 'showPoints21', 'showPoints106', 'showAttributes'] as const;
const ICONS: Readonly<Record<(typeof OVERLAYS)[number], ReactElement>> = {
  showFaces: <ScanFace />,
  showPoints21: <span className={styles.number}>21</span>,
  showPoints106: <span className={styles.number}>106</span>,
  showAttributes: <Tags />,
};

interface PhotoBarProps {
  readonly photo: PhotoDetail;
  /** Where it stands among the others, in words; null where it does not. */
  readonly position: string | null;
  readonly isDrawing: boolean;
  readonly isPlaying: boolean;
  readonly actions: PhotoActions;
  readonly onClose: () => void;
}

export function PhotoBar({ photo, position, isDrawing, isPlaying, actions, onClose }: PhotoBarProps) {
  const { photo: words, common, count } = useStrings();
  const overlays = useOverlays();
  return (
    <header className={styles.bar}>
      <IconButton label={common.close} icon={<X />} onStage onClick={onClose} />
      <p className={styles.title}>
        <span>{photo.fileName}</span>
        {position !== null && <small>{position}</small>}
        <small>{count.faces(photo.faces.length)}</small>
      </p>
      <IconButton label={words.zoomOut} icon={<ZoomOut />} onStage onClick={actions.zoomOut} />
      <IconButton label={words.zoomIn} icon={<ZoomIn />} onStage onClick={actions.zoomIn} />
      <span className={styles.gap} />
      {OVERLAYS.map((overlay) => (
        <IconButton
          key={overlay}
          label={words[overlay]}
          icon={ICONS[overlay]}
          onStage
          pressed={overlays[overlay]}
          onClick={actions[overlay]}
        />
      ))}
      <IconButton
        label={words.drawFace}
        icon={<SquareDashed />}
        onStage
        pressed={isDrawing}
        onClick={actions.drawFace}
      />
      <span className={styles.gap} />
      <IconButton label={words.turnLeft} icon={<RotateCcw />} onStage onClick={actions.turnLeft} />
      <IconButton label={words.turnRight} icon={<RotateCw />} onStage onClick={actions.turnRight} />
      <IconButton label={words.deletePhoto} icon={<Trash2 />} onStage onClick={actions.deletePhoto} />
      <span className={styles.gap} />
      <IconButton
        label={words.slideshow}
        icon={isPlaying ? <Pause /> : <Play />}
        onStage
        pressed={isPlaying}
        onClick={actions.slideshow}
      />
      <IconButton label={words.shortcuts} icon={<Keyboard />} onStage onClick={showShortcuts} />
      <IconButton
        label={words.showInfo}
        icon={<Info />}
        onStage
        pressed={overlays.showInfo}
        onClick={actions.showInfo}
      />
    </header>
  );
}
