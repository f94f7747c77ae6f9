/** How much room the thumbnails take; counted when asked for, as it takes seconds in a large library. */
import { useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { useStrings } from '../strings/strings.ts';
import { bytes } from './bytes.ts';
import styles from './thumbnail-facts.module.css';

export function ThumbnailFacts() {
  const { settings: words, locale } = useStrings();
  const [found, setFound] = useState<Result<'library.thumbnails'> | null>(null);
  if (found) return words.thumbnailsIn(found.files, bytes(locale, found.bytes));
  return (
    <button
      type="button"
      className={styles.ask}
      onClick={async () => setFound(await attempt(() => call('library.thumbnails', {})))}
    >
      {words.countThumbnails}
    </button>
  );
}
