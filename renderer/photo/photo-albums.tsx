/** The albums that the photo is in: it is taken out of them one by one, and put into others. */
import { FolderPlus, X } from 'lucide-react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { putInto } from '../collections/collection-picker.tsx';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { changePhoto, readPhotoAgain } from './open-photo.ts';
import styles from './photo-info.module.css';

export function PhotoAlbums({ photo: { id, albums } }: { readonly photo: PhotoDetail }) {
  const { photo: words } = useStrings();
  return (
    <section aria-label={words.albums}>
      <h2>{words.albums}</h2>
      {albums.length > 0 && (
        <ul className={styles.tags}>
          {albums.map((album) => (
            <li key={album.id}>
              {album.name}
              <button
                type="button"
                aria-label={words.outOfAlbum(album.name)}
                title={words.outOfAlbum(album.name)}
                onClick={() => {
                  void changePhoto(() => call('collection.take', { kind: 'album', id: album.id, members: [id] }));
                }}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button icon={<FolderPlus />} onClick={() => void putInto('album', [id]).then(readPhotoAgain)}>
        {words.intoAlbum}
      </Button>
    </section>
  );
}
