/** All photos, newest first, in justified rows; more are fetched before the end comes into sight. */
import { useEffect, useRef } from 'react';
import type { PhotoCard } from '../preload/contract.ts';
import { loadMore, openPhoto, useLibrary } from './store.ts';
import { strings } from './strings/strings.ts';

export function PhotoGrid() {
  const photos = useLibrary((library) => library.photos);
  const more = useLibrary((library) => library.next !== null);
  return (
    <section aria-label={strings.photos}>
      <ul className="grid">
        {photos.map((photo) => (
          <li key={photo.id} style={{ '--aspect': photo.width / photo.height }}>
            <button type="button" onClick={() => void openPhoto(photo.id)} aria-label={label(photo)}>
              <img src={`/thumb/${photo.id}`} alt="" loading="lazy" width={photo.width} height={photo.height} />
            </button>
          </li>
        ))}
      </ul>
      {more && <EndOfPage />}
    </section>
  );
}

const label = (photo: PhotoCard): string =>
  [photo.fileName, photo.takenAt?.slice(0, 10) ?? strings.unknownDate, strings.faceCount(photo.faceCount)].join(', ');

/** Fetches the next page when it is nearly in sight. */
function EndOfPage() {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && void loadMore(), {
      rootMargin: '1200px',
    });
    if (mark.current) observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark} />;
}
