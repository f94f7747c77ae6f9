/** What is known of a photo, beside it. */
import type { PhotoDetail } from '../../preload/contract.ts';
import { useStrings } from '../strings/strings.ts';
import { FaceImage } from '../ui/face-image.tsx';
import styles from './photo-info.module.css';

export function PhotoInfo({ photo }: { readonly photo: PhotoDetail }) {
  const { photo: words, photos, locale } = useStrings();
  const taken = photo.takenAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(photo.takenAt))
    : photos.noDate;
  const facts: readonly (readonly [string, string])[] = [
    [words.date, taken],
    ...(photo.camera ? [[words.camera, photo.camera] as const] : []),
    [words.size, `${photo.width.toLocaleString(locale)} × ${photo.height.toLocaleString(locale)} px`],
    [words.file, photo.path],
  ];
  return (
    <aside className={styles.info} aria-label={words.showInfo}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {photo.faces.length > 0 && (
        <>
          <h2>{words.people}</h2>
          <ul>
            {photo.faces.map(({ id, name }) => (
              <li key={id}>
                <FaceImage faceId={id} size="small" />
                <span data-unknown={name === null || undefined}>{name ?? words.unknownFace}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
