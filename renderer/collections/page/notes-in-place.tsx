/** Whatever a user wants to keep with a set; kept when it is left. */
import { useState } from 'react';
import { isSpelling } from '../../changes/is-typing.ts';
import { useStrings } from '../../strings/strings.ts';
import styles from './notes-in-place.module.css';

interface NotesInPlaceProps {
  readonly text: string;
  /** @returns whether it has been done */
  readonly onKeep: (text: string) => Promise<boolean>;
}

export function NotesInPlace({ text, onKeep }: NotesInPlaceProps) {
  const { collections: words } = useStrings();
  /** What is typed and not kept yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    // What cannot be kept stays to be tried again.
    if (typed === null || typed === text || (await onKeep(typed))) setTyped(null);
  };
  return (
    <textarea
      className={styles.notes}
      aria-label={words.notes}
      placeholder={words.notesHint}
      rows={1}
      maxLength={65_536}
      value={typed ?? text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isSpelling(event.nativeEvent)) event.currentTarget.blur();
      }}
    />
  );
}
