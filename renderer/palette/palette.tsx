/** Finds anything: a line to type into, and below it whatever is called so. Opened by Ctrl or Cmd and K over anything. */
import {
  CalendarDays,
  Hash,
  Image,
  LibraryBig,
  type LucideIcon,
  ScanFace,
  Search,
  SquareArrowOutUpRight,
  UserRound,
  Zap,
} from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { isSpelling } from '../changes/is-typing.ts';
import { useStrings } from '../strings/strings.ts';
import { FaceImage } from '../ui/face-image.tsx';
import styles from './palette.module.css';
import { closePalette, usePalette } from './palette-store.ts';
import { rememberTarget } from './recent-targets.ts';
import { follow, type Target } from './targets.ts';
import { type Found, useFound } from './use-found.ts';

const ICONS: Readonly<Record<Target['kind'], LucideIcon>> = {
  command: Zap,
  view: SquareArrowOutUpRight,
  person: UserRound,
  unnamed: ScanFace,
  collection: LibraryBig,
  tag: Hash,
  dates: CalendarDays,
  photo: Image,
};

export function Palette() {
  const isOpen = usePalette((state) => state.isOpen);
  return isOpen && <OpenPalette />;
}

function OpenPalette() {
  const { palette: words } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [wanted, setPlace] = useState(0);
  const { found, isReady } = useFound(text);
  const place = Math.min(wanted, Math.max(0, found.length - 1));
  const optionId = (at: number): string => `${id}-${at}`;
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Before it is gone: the focus goes back to where it was.
    return () => element?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, place]);

  const choose = (one: Found | undefined): void => {
    if (!one) return;
    rememberTarget(one.target);
    // At once, and not when the dialog tells that it has closed: the keys that open it again may come before that.
    closePalette();
    follow(one.target);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    // While a word is put together from letters, the keys are for that.
    if (isSpelling(event.nativeEvent)) return;
    if (key === 'Escape') closePalette();
    else if (key === 'ArrowDown') setPlace((place + 1) % Math.max(1, found.length));
    else if (key === 'ArrowUp') setPlace((place - 1 + found.length) % Math.max(1, found.length));
    else if (key === 'Enter') choose(found[place]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={words.label}
      onClose={closePalette}
      onKeyDown={onKeyDown}
    >
      <div className={styles.line}>
        <Search aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? optionId(place) : undefined}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPlace(0);
          }}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={words.results} className={styles.list}>
        {found.map((one, at) => (
          <Option
            key={`${one.section} ${one.key}`}
            id={optionId(at)}
            one={one}
            isFirst={one.section !== found[at - 1]?.section}
            isChosen={at === place}
            onChoose={() => choose(one)}
          />
        ))}
      </div>
      <p role="status" className={styles.nothing}>
        {found.length === 0 && isReady ? words.nothing(text.trim()) : ''}
      </p>
    </dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly one: Found;
  /** Of its section, whose name stands above it. */
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, one, isFirst, isChosen, onChoose }: OptionProps) {
  const { section, label, detail, target } = one;
  const Icon = ICONS[target.kind];
  const faceId = target.kind === 'person' || target.kind === 'unnamed' ? target.coverFaceId : null;
  return (
    <>
      {isFirst && (
        <div role="presentation" className={styles.section}>
          {section}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the line above, which keeps the focus */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: told by aria-activedescendant */}
      <div id={id} role="option" aria-selected={isChosen} className={styles.option} onClick={onChoose}>
        {faceId === null ? (
          <span className={styles.icon}>
            <Icon aria-hidden />
          </span>
        ) : (
          <FaceImage faceId={faceId} size="small" />
        )}
        <span className={styles.label}>{label}</span>
        {detail !== '' && <small>{detail}</small>}
      </div>
    </>
  );
}
