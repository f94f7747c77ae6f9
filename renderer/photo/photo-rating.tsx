/** How many stars a photo has; the star that is pressed last counts, pressed again it is taken back. */
import { Star } from 'lucide-react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { changePhoto } from './open-photo.ts';
import styles from './photo-info.module.css';

const STARS = [1, 2, 3, 4, 5] as const;

export function PhotoRating({ photo: { id, rating } }: { readonly photo: PhotoDetail }) {
  const { photo: words } = useStrings();
  return (
    <fieldset className={styles.stars}>
      <legend>{words.rating}</legend>
      {STARS.map((stars) => (
        <button
          key={stars}
          type="button"
          aria-label={words.stars(stars)}
          title={words.stars(stars)}
          aria-pressed={rating === stars}
          data-lit={(rating ?? 0) >= stars || undefined}
          onClick={() =>
            void changePhoto(() => call('photos.rate', { ids: [id], rating: rating === stars ? null : stars }))
          }
        >
          <Star aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
