/** A name that is changed where it stands: Enter and leaving keep it, Escape does not. F2 comes to it. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isSpelling, isTyping } from '../../changes/is-typing.ts';
import { useStrings } from '../../strings/strings.ts';
import styles from './name-in-place.module.css';

interface NameInPlaceProps {
  readonly name: string;
  /** @returns whether it has been done */
  readonly onName: (name: string) => Promise<boolean>;
}

export function NameInPlace({ name, onName }: NameInPlaceProps) {
  const { collections: words } = useStrings();
  const field = useRef<HTMLInputElement>(null);
  /** What is typed and not kept yet. */
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F2' || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const keep = async (): Promise<void> => {
    const next = typed?.trim() ?? '';
    if (next !== '' && next !== name) await onName(next);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isSpelling(event.nativeEvent)) return;
    if (event.key === 'Escape') setTyped(null);
    // Leaving keeps what is typed; by Escape nothing is any more once it has been drawn.
    if (event.key === 'Enter' || event.key === 'Escape') requestAnimationFrame(() => field.current?.blur());
  };
  return (
    <h1 className={styles.name}>
      {/* As wide as the name: the field lies over it. */}
      <span aria-hidden>{typed ?? name}</span>
      <input
        ref={field}
        size={1}
        aria-label={words.name}
        title={words.rename}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
