/** What holds now, each part with the way to take it back. */
import { X } from 'lucide-react';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { allPhotos } from '../all-photos.ts';
import styles from './filter-chips.module.css';
import { clearFilter, filterBy } from './photo-filter.ts';
import { useFilterParts } from './use-filter-parts.ts';

export function FilterChips() {
  const { photos } = useStrings();
  const filter = allPhotos.use((state) => state.filter);
  const parts = useFilterParts(filter);
  if (parts.length === 0) return null;
  return (
    <section className={styles.chips} aria-label={photos.filter.chosen}>
      <ul>
        {parts.map(({ key, label, without }) => (
          <li key={key}>
            {label}
            <button
              type="button"
              aria-label={photos.filter.without(label)}
              title={photos.filter.without(label)}
              onClick={() => filterBy(without)}
            >
              <X aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button tone="quiet" onClick={clearFilter}>
        {photos.filter.clear}
      </Button>
    </section>
  );
}
