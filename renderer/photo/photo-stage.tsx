/** The picture itself, in its frame: what the wheel, the pointer and the buttons do to it, and what is drawn over it. */
import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { useThumbAddress } from '../photos/use-thumb-address.ts';
import { useStrings } from '../strings/strings.ts';
import { photoAddress } from './addresses.ts';
import { boxBetween, boxByKey, type DrawnBox, isDrawn, middleBox, type Spot } from './drawn-box.ts';
import { FaceBoxes } from './face-boxes.tsx';
import { FacePoints } from './face-points.tsx';
import { useOverlays } from './overlays.ts';
import styles from './photo-stage.module.css';
import { WholePicture } from './whole-picture.tsx';
import { FITTED, fittedSize, panBy, type Size, type Zoom, zoomBy } from './zoom.ts';

export interface StageHandle {
  /** Nearer (above 1) or further, around the middle. */
  zoom(by: number): void;
  fit(): void;
  /** A key while a face is drawn: the box moves, or is taken. @returns whether the key means something here */
  drawBy(event: KeyboardEvent): boolean;
}

interface PhotoStageProps {
  readonly photo: PhotoDetail;
  /** The face that is told about. */
  readonly chosen: string | null;
  readonly onChoose: (faceId: string | null) => void;
  /** Called with the box of a face that is drawn by hand; null while none is drawn. */
  readonly onDraw: ((box: DrawnBox) => void) | null;
  readonly ref: Ref<StageHandle>;
}

/** How much one notch of a wheel zooms; a trackpad sends many small ones. */
const WHEEL = 0.0016;
const CLICK_ZOOM = 2.5;

const percent = (fraction: number): string => `${fraction * 100}%`;

export function PhotoStage({ photo, chosen, onChoose, onDraw, ref }: PhotoStageProps) {
  const { photo: words } = useStrings();
  const overlays = useOverlays();
  const frame = useRef<HTMLDivElement>(null);
  const figure = useRef<HTMLElement>(null);
  const thumbnail = useThumbAddress(photo);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const [isBroken, setIsBroken] = useState(false);
  const [corners, setCorners] = useState<readonly [Spot, Spot] | null>(null);
  const fitted = fittedSize(photo, size);
  /** Where the keys have moved it to; null for where it begins. */
  const [keyed, setKeyed] = useState<DrawnBox | null>(null);
  const drawn = corners ? boxBetween(...corners) : onDraw && (keyed ?? middleBox(photo));

  useImperativeHandle(ref, () => ({
    zoom: (by) => setZoom((now) => zoomBy(now, by, { x: 0, y: 0 }, fitted, size, photo)),
    fit: () => setZoom(FITTED),
    drawBy(event) {
      if (!onDraw || !drawn) return false;
      const moved = boxByKey(drawn, event);
      if (moved) setKeyed(moved);
      else if (event.key === 'Enter') onDraw(drawn);
      else return false;
      return true;
    },
  }));

  const isDrawing = onDraw !== null;
  // The next face begins in the middle again.
  useEffect(() => {
    if (!isDrawing) setKeyed(null);
  }, [isDrawing]);

  // Measured before it is painted: the picture before goes when this one is there, with nothing between.
  useLayoutEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    setSize({ width: watched.clientWidth, height: watched.clientHeight });
    const observer = new ResizeObserver(() => {
      setSize({ width: watched.clientWidth, height: watched.clientHeight });
      setZoom(FITTED);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  // React listens to the wheel passively, and then the page would scroll as well.
  useEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const point = fromMiddle(watched, event);
      setZoom((now) => zoomBy(now, Math.exp(-event.deltaY * WHEEL), point, fitted, size, photo));
    };
    watched.addEventListener('wheel', onWheel, { passive: false });
    return () => watched.removeEventListener('wheel', onWheel);
  }, [fitted, size, photo]);

  const spotOf = (event: PointerEvent): Spot => {
    const area = figure.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height };
  };
  const dragged = useRef({ x: 0, y: 0 });
  const onPointerDown = (event: PointerEvent): void => {
    // A face is pressed, not dragged.
    if (event.button !== 0 || (!onDraw && isOnButton(event))) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { x: event.clientX, y: event.clientY };
    if (onDraw) setCorners([spotOf(event), spotOf(event)]);
    else onChoose(null);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    if (onDraw) setCorners((now) => now && [now[0], spotOf(event)]);
    else if (zoom.scale > 1 && !isOnButton(event)) {
      // Not by the event's own movement: on some screens that is in pixels of another size.
      const [x, y] = [event.clientX - dragged.current.x, event.clientY - dragged.current.y];
      dragged.current = { x: event.clientX, y: event.clientY };
      setZoom((now) => panBy(now, x, y, fitted, size));
    }
  };
  const onPointerUp = (): void => {
    setCorners(null);
    if (corners && onDraw && drawn && isDrawn(drawn)) onDraw(drawn);
  };
  // What main shows in place of the file is its thumbnail, without a word.
  const loss = { there: null, missing: words.missingPhoto, broken: words.brokenPhoto }[photo.original];
  const note = onDraw ? words.drawHint : (loss ?? (isBroken ? words.brokenPhoto : null));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the zoom buttons and keys
    <div
      ref={frame}
      className={styles.frame}
      data-drawing={onDraw !== null || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setCorners(null)}
      onDoubleClick={(event) => {
        if (onDraw || isOnButton(event)) return;
        const point = fromMiddle(event.currentTarget, event);
        setZoom((now) => (now.scale > 1 ? FITTED : zoomBy(now, CLICK_ZOOM, point, fitted, size, photo)));
      }}
    >
      {size.width > 0 && (
        <figure
          ref={figure}
          className={styles.picture}
          data-zoomed={zoom.scale > 1 || undefined}
          style={{
            width: fitted.width,
            height: fitted.height,
            translate: `${zoom.x}px ${zoom.y}px`,
            scale: String(zoom.scale),
          }}
        >
          {/* The thumbnail is there at once, the photo takes its place when it has come. */}
          <img
            src={thumbnail}
            alt={isBroken ? photo.fileName : ''}
            className={isBroken ? undefined : styles.below}
            draggable={false}
          />
          {!isBroken && (
            <img
              src={photoAddress(photo)}
              alt={photo.fileName}
              draggable={false}
              decoding="sync"
              onError={() => setIsBroken(true)}
            />
          )}
          <WholePicture key={photo.id} photo={photo} side={Math.max(fitted.width, fitted.height) * zoom.scale} />
          {overlays.showPoints106 && (
            <FacePoints faces={photo.faces} which="points106" {...fitted} scale={zoom.scale} />
          )}
          {overlays.showPoints21 && <FacePoints faces={photo.faces} which="points21" {...fitted} scale={zoom.scale} />}
          {(overlays.showFaces || overlays.showAttributes) && (
            <FaceBoxes
              faces={photo.faces}
              chosen={chosen}
              showAttributes={overlays.showAttributes}
              fitted={fitted}
              scale={zoom.scale}
              onChoose={onChoose}
            />
          )}
          {drawn && (
            <span
              className={styles.drawn}
              style={{
                left: percent(drawn.left),
                top: percent(drawn.top),
                width: percent(drawn.width),
                height: percent(drawn.height),
              }}
            />
          )}
        </figure>
      )}
      {note !== null && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
    </div>
  );
}

/** A face's menu is drawn elsewhere, but what happens in it comes here, too. */
const isOnButton = ({ target }: { readonly target: EventTarget }): boolean =>
  target instanceof Element && target.closest('button, [role="menu"]') !== null;

function fromMiddle(element: Element, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}
