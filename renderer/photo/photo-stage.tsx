/** The picture itself, in its frame: what the wheel, the pointer and the buttons do to it, and the boxes on its faces. */
import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import styles from './photo-stage.module.css';
import { FITTED, fittedSize, panBy, type Size, type Zoom, zoomBy } from './zoom.ts';

export interface StageHandle {
  /** Nearer (above 1) or further, around the middle. */
  zoom(by: number): void;
  fit(): void;
}

interface PhotoStageProps {
  readonly photo: PhotoDetail;
  readonly showFaces: boolean;
  readonly ref: Ref<StageHandle>;
}

/** How much one notch of a wheel zooms; a trackpad sends many small ones. */
const WHEEL = 0.0016;
const CLICK_ZOOM = 2.5;

const percent = (fraction: number): string => `${fraction * 100}%`;

export function PhotoStage({ photo, showFaces, ref }: PhotoStageProps) {
  const strings = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const fitted = fittedSize(photo, size);

  useImperativeHandle(ref, () => ({
    zoom: (by) => setZoom((now) => zoomBy(now, by, { x: 0, y: 0 }, fitted, size)),
    fit: () => setZoom(FITTED),
  }));

  useEffect(() => {
    const watched = frame.current;
    if (!watched) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
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
      setZoom((now) => zoomBy(now, Math.exp(-event.deltaY * WHEEL), point, fitted, size));
    };
    watched.addEventListener('wheel', onWheel, { passive: false });
    return () => watched.removeEventListener('wheel', onWheel);
  }, [fitted, size]);

  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons !== 1 || zoom.scale === 1) return;
    setZoom((now) => panBy(now, event.movementX, event.movementY, fitted, size));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the zoom buttons and keys
    <div
      ref={frame}
      className={styles.frame}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={(event) => {
        const point = fromMiddle(event.currentTarget, event);
        setZoom((now) => (now.scale > 1 ? FITTED : zoomBy(now, CLICK_ZOOM, point, fitted, size)));
      }}
    >
      {size.width > 0 && (
        <figure
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
          <img src={`/thumb/${photo.id}`} alt="" className={styles.below} draggable={false} />
          <img src={`/photo/${photo.id}`} alt={photo.fileName} draggable={false} decoding="async" />
          {showFaces &&
            photo.faces.map(({ id, box, name }) => (
              <span
                key={id}
                className={styles.face}
                data-unknown={name === null || undefined}
                style={{
                  left: percent(box.left),
                  top: percent(box.top),
                  width: percent(box.width),
                  height: percent(box.height),
                }}
              >
                <span className={styles.name}>{name ?? strings.photo.unknownFace}</span>
              </span>
            ))}
        </figure>
      )}
    </div>
  );
}

function fromMiddle(element: Element, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}
