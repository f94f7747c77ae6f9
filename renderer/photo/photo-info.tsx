/** What is known of a photo, beside it. */
import { FolderDown, FolderSearch } from 'lucide-react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { CopyButton } from '../api/copy-button.tsx';
import { call } from '../bridge.ts';
import { saveCopiesLabel, savePhotos } from '../photos/export/save-copies.ts';
import { bytes } from '../settings/bytes.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { FaceImage } from '../ui/face-image.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { attributeWords } from './attribute-words.ts';
import { changePhoto } from './open-photo.ts';
import { PhotoAlbums } from './photo-albums.tsx';
import styles from './photo-info.module.css';
import { PhotoRating } from './photo-rating.tsx';
import { PhotoTags } from './photo-tags.tsx';
import { PhotoUserData } from './photo-user-data.tsx';
import { canShowInFolder, showInFolder, showInFolderLabel } from './show-in-folder.ts';

interface PhotoInfoProps {
  readonly photo: PhotoDetail;
  readonly onChoose: (faceId: string) => void;
}

export function PhotoInfo({ photo, onChoose }: PhotoInfoProps) {
  const strings = useStrings();
  const { photo: words, photos, common, locale } = strings;
  const showAttractive = useSettings((state) => state.window.showAttractive);
  const { place } = photo;
  const coordinate = place && `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  const taken = photo.takenAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(photo.takenAt))
    : photos.noDate;
  const pixels = `${photo.width.toLocaleString(locale)} × ${photo.height.toLocaleString(locale)} px`;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.date, taken],
    [words.camera, photo.camera],
    [words.lens, photo.lens],
    [words.size, `${pixels}, ${bytes(locale, photo.bytes)}`],
  ];
  return (
    <aside className={styles.info} aria-label={words.showInfo}>
      <PhotoRating photo={photo} />
      <dl>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {coordinate !== null && (
          <div>
            <dt>{words.place}</dt>
            <dd className={styles.place}>
              {coordinate}
              <CopyButton text={coordinate} label={words.copyPlace} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words.file}</dt>
          {photo.files.map(({ path, missing }, at) => (
            <dd key={path} className={styles.file} data-missing={missing || undefined}>
              <span>
                {path}
                {missing && <em> {words.missing}</em>}
              </span>
              <CopyButton text={path} label={words.copyPath} />
              {at === 0 && !missing && (
                <IconButton
                  label={saveCopiesLabel(strings, 1)}
                  icon={<FolderDown />}
                  onClick={() => void savePhotos([photo.id])}
                />
              )}
              {canShowInFolder && !missing && (
                <IconButton
                  label={showInFolderLabel(strings)}
                  icon={<FolderSearch />}
                  onClick={() => void showInFolder(photo.id, at)}
                />
              )}
            </dd>
          ))}
        </div>
      </dl>
      {photo.faces.length > 0 && (
        <section aria-label={words.people}>
          <h2>{words.people}</h2>
          <ul>
            {photo.faces.map(({ id, name, attributes }) => (
              <li key={id}>
                <button type="button" className={styles.face} onClick={() => onChoose(id)}>
                  <FaceImage faceId={id} size="small" />
                  <span>
                    <span data-unknown={name === null || undefined}>{name ?? words.unknownFace}</span>
                    {attributes && <small>{common.list(attributeWords(attributes, words, showAttractive))}</small>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {photo.hiddenFaces.length > 0 && (
        <section aria-label={words.hiddenFaces}>
          <h2>{words.hiddenFaces}</h2>
          <ul>
            {photo.hiddenFaces.map(({ id, name }) => (
              <li key={id}>
                <FaceImage faceId={id} size="small" />
                <span data-unknown={name === null || undefined}>{name ?? words.unknownFace}</span>
                <Button
                  tone="quiet"
                  onClick={() => void changePhoto(() => call('faces.hide', { ids: [id], hidden: false }))}
                >
                  {words.unhideFace}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PhotoAlbums photo={photo} />
      <PhotoTags photo={photo} />
      <PhotoUserData photo={photo} />
    </aside>
  );
}
