/** A name to type, with the people whose name it may be: those who look alike at first, then those whose name begins so. */
import { UserRoundPlus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { isSpelling } from '../../changes/is-typing.ts';
import { useStrings } from '../../strings/strings.ts';
import { FaceImage } from '../../ui/face-image.tsx';
import styles from './name-field.module.css';
import { NameTaken } from './name-taken.tsx';
import { type NameChoice, useNameChoices } from './use-name-choices.ts';

/** What to do when somebody has the name already. */
export type IfNameTaken = 'merge' | 'another';

interface NameFieldProps {
  readonly label: string;
  /** Said by the label alone where the place makes it plain. */
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly initial?: string;
  /** Offered before anything is typed, the surest first. */
  readonly likely?: readonly NameChoice[];
  /** Ids of people who are never offered. */
  readonly except?: readonly string[];
  readonly autoFocus?: boolean;
  readonly onChoose: (personId: string, choice: NameChoice) => void;
  /** A name that is typed; without it only known people can be chosen. @returns whether somebody has it already */
  readonly onName?: (name: string, ifNameTaken?: IfNameTaken) => Promise<boolean>;
  readonly onCancel?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

const NOBODY: readonly never[] = [];

export function NameField(props: NameFieldProps) {
  const { label, hideLabel = false, placeholder, initial = '', likely = NOBODY, except = NOBODY } = props;
  const { autoFocus = false, onChoose, onName, onCancel, ref } = props;
  const { people: words, photo } = useStrings();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(initial);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [taken, setTaken] = useState<string | null>(null);
  const text = typed.trim();
  const isUntouched = text === '' || text === initial;
  const choices = useNameChoices(isUntouched ? '' : text, isOpen, { likely, except, findsAll: !onName });
  const canCreate = onName !== undefined && !isUntouched;
  const total = choices.length + (canCreate ? 1 : 0);
  const isShown = isOpen && (taken !== null || total > 0);

  useEffect(() => {
    const shown = list.current;
    if (!isShown || !shown) return;
    // Over everything, a dialog as well, and beside the field wherever that scrolls to.
    const field = shown.previousElementSibling;
    if (field instanceof HTMLElement) shown.showPopover({ source: field });
    return () => shown.hidePopover();
  }, [isShown]);

  const type = (value: string): void => {
    setTyped(value);
    setActive(-1);
    setTaken(null);
    setIsOpen(true);
  };
  const give = async (ifNameTaken?: IfNameTaken): Promise<void> => {
    if (!onName || text === '') return;
    if (text === initial) return onCancel?.();
    const isTaken = await onName(text, ifNameTaken);
    setTaken(isTaken ? text : null);
    setIsOpen(isTaken);
  };
  const choose = (place: number): void => {
    const choice = choices[place];
    if (!choice) return void give();
    setIsOpen(false);
    onChoose(choice.personId, choice);
  };
  const step = (by: number): void => {
    setIsOpen(true);
    // Beyond either end is the text itself.
    setActive(((active + 1 + by + total + 1) % (total + 1)) - 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter ends a word that an input method spells, not the name.
    if (isSpelling(event.nativeEvent)) return;
    const { key } = event;
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Enter') active >= 0 ? choose(active) : void give();
    else if (key === 'Escape' && isShown && taken === null && !isUntouched) setIsOpen(false);
    else if (key === 'Escape' && onCancel) onCancel();
    else if (key === 'Escape' && isShown) setIsOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setIsOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left it.
    <div className={styles.field} onBlur={onBlur}>
      {!hideLabel && <label htmlFor={id}>{label}</label>}
      <input
        ref={ref}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={hideLabel ? label : undefined}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: only where the user has asked to name somebody.
        autoFocus={autoFocus}
        onFocus={({ target }) => {
          setIsOpen(true);
          // Another name is typed over the one there is.
          if (isUntouched) target.select();
        }}
        onClick={() => setIsOpen(true)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} popover="manual" className={styles.list}>
        {taken === null ? (
          <div id={`${id}-list`} role="listbox" aria-label={photo.choices}>
            {choices.map(({ personId, name, coverFaceId, confidence }, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: its keys are the field's.
              <div
                key={personId}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(place)}
              >
                <FaceImage faceId={coverFaceId} size="small" />
                <span>{name}</span>
                {confidence !== null && <small>{photo.percent(confidence)}</small>}
              </div>
            ))}
            {canCreate && (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: its keys are the field's.
              <div
                id={`${id}-${choices.length}`}
                role="option"
                aria-selected={active === choices.length}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void give()}
              >
                <UserRoundPlus aria-hidden />
                <span>{words.asName(text)}</span>
                <kbd>↵</kbd>
              </div>
            )}
          </div>
        ) : (
          <NameTaken name={taken} onAnswer={(answer) => void give(answer)} onCancel={() => setTaken(null)} />
        )}
      </div>
    </div>
  );
}
