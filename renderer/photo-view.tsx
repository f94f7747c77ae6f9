/** One photo, as large as the window, with a named box around every face. */
import { useEffect, useRef } from 'react';
import type { PhotoDetail } from '../preload/contract.ts';
import { closePhoto, step } from './store.ts';
import { strings } from './strings/strings.ts';

const percent = (fraction: number): string => `${fraction * 100}%`;

export function PhotoView({ photo }: { readonly photo: PhotoDetail }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="view"
      aria-label={photo.fileName}
      onClose={closePhoto}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') void step(1);
        if (event.key === 'ArrowLeft') void step(-1);
      }}
    >
      <figure style={{ '--aspect': photo.width / photo.height }}>
        <img src={`/photo/${photo.id}`} alt={photo.fileName} />
        {photo.faces.map(({ id, box, name }) => (
          <span
            key={id}
            className="face"
            style={{
              left: percent(box.left),
              top: percent(box.top),
              width: percent(box.width),
              height: percent(box.height),
            }}
          >
            <span>{name ?? strings.unknownFace}</span>
          </span>
        ))}
      </figure>
      <footer>
        <button type="button" onClick={() => void step(-1)} aria-label={strings.previous}>
          ‹
        </button>
        <p>
          {photo.fileName} · {photo.takenAt?.replace('T', ' ') ?? strings.unknownDate} · {photo.width} × {photo.height}{' '}
          · {strings.faceCount(photo.faces.length)}
        </p>
        <button type="button" onClick={() => void step(1)} aria-label={strings.next}>
          ›
        </button>
        <form method="dialog">
          <button type="submit">{strings.close}</button>
        </form>
      </footer>
    </dialog>
  );
}
