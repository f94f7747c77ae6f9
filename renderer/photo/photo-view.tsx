/** One photo, as large as the window: zoom, pan, faces with their names, what is known of it, and its neighbours. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { isSpelling } from '../changes/is-typing.ts';
import { saveCopiesLabel, savePhotos } from '../photos/export/save-copies.ts';
import { useShortcutTable } from '../shortcuts/shortcut-tables.ts';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { OverlayContainer } from '../ui/overlay-container.ts';
import { useAsTopmost } from '../ui/topmost.ts';
import type { DrawnBox } from './drawn-box.ts';
import { FaceCard } from './face-card.tsx';
import { neighbourOf } from './neighbour.ts';
import { changePhoto, closePhoto, deleteOpenPhoto, openPhotoAt, step, useOpenPhoto } from './open-photo.ts';
import { toggleOverlay, useOverlays } from './overlays.ts';
import { type PhotoActions, PhotoBar } from './photo-bar.tsx';
import { PhotoInfo } from './photo-info.tsx';
import { PhotoStage, type StageHandle } from './photo-stage.tsx';
import styles from './photo-view.module.css';
import { SHORTCUTS, shortcutOf } from './shortcuts.ts';
import { canShowInFolder, showInFolder, showInFolderLabel } from './show-in-folder.ts';

/** A step of the zoom buttons and keys. */
const ZOOM_STEP = 1.5;
/** How long a photo of a slideshow stays, ms. */
const SLIDE = 4000;

export function PhotoView({ photo }: { readonly photo: PhotoDetail }) {
  const strings = useStrings();
  const { photo: words, shortcuts: keyWords } = strings;
  const dialog = useRef<HTMLDialogElement>(null);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const stage = useRef<StageHandle>(null);
  const overlays = useOverlays();
  const { place, timeline } = useOpenPhoto();
  const total = timeline.use((state) => state.aspects.length);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const [isPlaying, setIsPlaying] = useState(false);
  const face = photo.faces.find(({ id }) => id === chosen);
  const isFirst = neighbourOf(place, -1, total) === null;
  const isLast = neighbourOf(place, 1, total) === null;

  useShortcutTable({
    title: keyWords.photo,
    covers: true,
    rows: SHORTCUTS.flatMap(({ shown: keys, does }) => {
      if (does === 'saveCopy') return { keys, does: saveCopiesLabel(strings, 1) };
      if (does !== 'showFile') return { keys, does: words[does] };
      return canShowInFolder ? { keys, does: showInFolderLabel(strings) } : [];
    }),
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not the first button: the keys of this view are for the photo.
    element?.focus();
    setContainer(element);
    // Before it is gone, whoever takes it away: the focus goes back to where it was.
    return () => element?.close();
  }, []);
  useAsTopmost(container);

  const faceId = face?.id;
  const personId = face?.person?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another person it is another card.
  useEffect(() => {
    if (faceId === undefined) return;
    return () => {
      // The card may have gone with the focus in it.
      if (document.activeElement !== document.body) return;
      const box = dialog.current?.querySelector<HTMLElement>(`[data-face="${faceId}"]`);
      (box ?? dialog.current)?.focus();
    };
  }, [faceId, personId]);

  const { id } = photo;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo has its time.
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => (isLast ? setIsPlaying(false) : void step(1)), SLIDE);
    return () => clearTimeout(timer);
  }, [isPlaying, isLast, id]);

  const turn = (by: 'cw90' | 'cw270'): void => void changePhoto(() => call('photos.turn', { ids: [id], by }));
  const draw = async (box: DrawnBox): Promise<void> => {
    setIsDrawing(false);
    const made = await changePhoto(() => call('faces.draw', { photoId: id, box }));
    if (made) setChosen(made.faceId);
  };
  const actions: PhotoActions = {
    next: () => void step(1),
    previous: () => void step(-1),
    first: () => place !== null && void openPhotoAt(timeline, 0),
    last: () => place !== null && void openPhotoAt(timeline, total - 1),
    slideshow: () => setIsPlaying(!isPlaying),
    zoomIn: () => stage.current?.zoom(ZOOM_STEP),
    zoomOut: () => stage.current?.zoom(1 / ZOOM_STEP),
    fit: () => stage.current?.fit(),
    showFaces: () => toggleOverlay('showFaces'),
    showPoints21: () => toggleOverlay('showPoints21'),
    showPoints106: () => toggleOverlay('showPoints106'),
    showAttributes: () => toggleOverlay('showAttributes'),
    showInfo: () => toggleOverlay('showInfo'),
    drawFace: () => {
      setChosen(null);
      setIsDrawing(!isDrawing);
    },
    turnLeft: () => turn('cw270'),
    turnRight: () => turn('cw90'),
    saveCopy: () => void savePhotos([id]),
    showFile: () => void showInFolder(id, null),
    deletePhoto: () => void deleteOpenPhoto(),
  };
  /** At once: the dialog tells that it has closed so late that the next photo may be wanted already. */
  const close = (): void => {
    dialog.current?.close();
    closePhoto();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isSpelling(event) || !(target instanceof Element)) return;
    if (event.defaultPrevented || isCovered() || target.closest('[role="menu"]')) return;
    if (key === 'Escape') {
      // What was begun last ends first; by the browser's own closing all dialogs might go at once.
      event.preventDefault();
      if (!isDrawing && !face) close();
      setChosen(null);
      setIsDrawing(false);
      return;
    }
    if (target.closest('input, textarea') || (key === ' ' && target.closest('button'))) return;
    if (isDrawing && !(key === 'Enter' && target.closest('button')) && stage.current?.drawBy(event)) {
      event.preventDefault();
      return;
    }
    const shortcut = shortcutOf(key);
    if (shortcut === null) return;
    event.preventDefault();
    if (shortcut !== 'rate') actions[shortcut]();
    else void changePhoto(() => call('photos.rate', { ids: [id], rating: key === '0' ? null : Number(key) }));
  };
  // On the window: the focus may have been on something that is gone.
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles.view}
      aria-label={photo.fileName}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={({ currentTarget }) => !currentTarget.open && closePhoto()}
    >
      <OverlayContainer value={container}>
        <PhotoBar
          photo={photo}
          position={place !== null && Number.isInteger(place) ? words.position(place + 1, total) : null}
          isDrawing={isDrawing}
          isPlaying={isPlaying}
          actions={actions}
          onClose={close}
        />
        <div className={styles.body}>
          <IconButton
            label={words.previous}
            icon={<ChevronLeft />}
            onStage
            className={styles.previous}
            disabled={isFirst}
            onClick={actions.previous}
          />
          <PhotoStage
            key={`${id} ${photo.turn}`}
            ref={stage}
            photo={photo}
            chosen={chosen}
            onChoose={setChosen}
            onDraw={isDrawing ? (box) => void draw(box) : null}
          />
          <IconButton
            label={words.next}
            icon={<ChevronRight />}
            onStage
            className={styles.next}
            disabled={isLast}
            onClick={actions.next}
          />
          {face && <FaceCard key={`${face.id} ${face.person?.id}`} face={face} onClose={() => setChosen(null)} />}
          {overlays.showInfo && <PhotoInfo key={`info ${id}`} photo={photo} onChoose={setChosen} />}
        </div>
      </OverlayContainer>
    </dialog>
  );
}

/** Another dialog is open over this one. */
const isCovered = (): boolean => document.querySelectorAll('dialog:modal').length > 1;
