/** One photo, as large as the window: zoom, pan, faces with their names, what is known of it, and its neighbours. */
import { ChevronLeft, ChevronRight, Info, ScanFace, X, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { closePhoto, step } from './open-photo.ts';
import { PhotoInfo } from './photo-info.tsx';
import { PhotoStage, type StageHandle } from './photo-stage.tsx';
import styles from './photo-view.module.css';

/** A step of the zoom buttons and keys. */
const ZOOM_STEP = 1.5;

export function PhotoView({ photo }: { readonly photo: PhotoDetail }) {
  const { photo: words, common, count } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<StageHandle>(null);
  const [showFaces, setShowFaces] = useState(true);
  const [showInfo, setShowInfo] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => void step(1),
    ArrowLeft: () => void step(-1),
    '+': () => stage.current?.zoom(ZOOM_STEP),
    '=': () => stage.current?.zoom(ZOOM_STEP),
    '-': () => stage.current?.zoom(1 / ZOOM_STEP),
    '0': () => stage.current?.fit(),
    f: () => setShowFaces((shown) => !shown),
    i: () => setShowInfo((shown) => !shown),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    keys[event.key]?.();
  };

  return (
    <dialog ref={dialog} className={styles.view} aria-label={photo.fileName} onClose={closePhoto} onKeyDown={onKeyDown}>
      <header className={styles.bar}>
        <IconButton label={common.close} icon={<X />} onStage onClick={() => dialog.current?.close()} />
        <p className={styles.title}>
          {photo.fileName}
          <small>{count.faces(photo.faces.length)}</small>
        </p>
        <IconButton
          label={words.zoomOut}
          icon={<ZoomOut />}
          onStage
          onClick={() => stage.current?.zoom(1 / ZOOM_STEP)}
        />
        <IconButton label={words.zoomIn} icon={<ZoomIn />} onStage onClick={() => stage.current?.zoom(ZOOM_STEP)} />
        <IconButton
          label={words.showFaces}
          icon={<ScanFace />}
          onStage
          pressed={showFaces}
          onClick={() => setShowFaces(!showFaces)}
        />
        <IconButton
          label={words.showInfo}
          icon={<Info />}
          onStage
          pressed={showInfo}
          onClick={() => setShowInfo(!showInfo)}
        />
      </header>
      <div className={styles.body}>
        <IconButton
          label={words.previous}
          icon={<ChevronLeft />}
          onStage
          className={styles.previous}
          onClick={() => void step(-1)}
        />
        <PhotoStage key={photo.id} ref={stage} photo={photo} showFaces={showFaces} />
        <IconButton
          label={words.next}
          icon={<ChevronRight />}
          onStage
          className={styles.next}
          onClick={() => void step(1)}
        />
        {showInfo && <PhotoInfo photo={photo} />}
      </div>
    </dialog>
  );
}
