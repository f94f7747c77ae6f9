/** Into which group, face set or album? One to choose by its name, or a new one. */
import { type FormEvent, type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { create } from 'zustand';
import { findByName } from '../../preload/contract/names.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CardGrid } from './cards/card-grid.tsx';
import { Cover } from './cards/cover.tsx';
import { addMembers, createCollection } from './collection-actions.ts';
import styles from './collection-picker.module.css';
import { readCollections, useCollections } from './collections-store.ts';
import { type CollectionKind, VIEW_OF } from './kinds.ts';

interface Wish {
  readonly kind: CollectionKind;
  readonly members: readonly string[];
  /** Where they are now, which is no choice; null for nowhere. */
  readonly but: string | null;
  readonly onEnd: (isDone: boolean) => void;
}

const useWish = create<{ readonly wish: Wish | null }>(() => ({ wish: null }));

/**
 * Asks for a group (of people), face set or album, or the name of a new one, and puts these into it.
 *
 * @param but one that is not offered
 * @returns whether they have been put somewhere; resolved when the dialog is gone
 */
export function putInto(kind: CollectionKind, members: readonly string[], but: string | null = null): Promise<boolean> {
  useWish.getState().wish?.onEnd(false);
  return new Promise((onEnd) => useWish.setState({ wish: { kind, members, but, onEnd } }));
}

/** Stands in the window once. */
export function CollectionPicker() {
  const wish = useWish((state) => state.wish);
  if (!wish) return null;
  const end = (isDone: boolean): void => {
    useWish.setState({ wish: null });
    wish.onEnd(isDone);
  };
  return <Picker wish={wish} onEnd={end} />;
}

/** px: a line of the list. */
const LINE = 52;

function Picker({ wish: { kind, members, but }, onEnd }: { readonly wish: Wish; readonly onEnd: Wish['onEnd'] }) {
  const { collections: words, common, views } = useStrings();
  const { all, status } = useCollections(kind);
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const form = useId();
  useEffect(() => void readCollections(kind), [kind]);
  const choices = useMemo(
    () =>
      findByName(
        all.filter(({ id }) => id !== but),
        typed,
      ),
    [all, but, typed],
  );
  const name = typed.trim();

  const put = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    if (await work()) onEnd(true);
    else setIsBusy(false);
  };
  const choose = (id: string): void => void put(() => addMembers({ kind, id }, members));
  const make = (): void => void put(() => createCollection(kind, name, members));
  // Enter does what the button says: a new one, unless there is one of that very name.
  const namesake = choices.find((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (namesake) choose(namesake.id);
    else if (name !== '') make();
  };
  const toList = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.currentTarget.closest('dialog')?.querySelector<HTMLElement>('[data-card][tabindex="0"]')?.focus();
  };
  return (
    <Dialog
      title={words[kind].addTo(words[kind].members(members.length))}
      onClose={() => onEnd(false)}
      actions={
        <>
          <Button onClick={() => onEnd(false)}>{common.cancel}</Button>
          <Button tone="primary" type="submit" form={form} disabled={name === '' || isBusy}>
            {namesake ? words.addToNamed(namesake.name) : name === '' ? words[kind].make : words[kind].makeNamed(name)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <TextField
          label={words.findOrMake}
          placeholder={words[kind].example}
          value={typed}
          maxLength={200}
          autoFocus
          onKeyDown={toList}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      {choices.length > 0 ? (
        <CardGrid
          label={views[VIEW_OF[kind]]}
          className={styles.list}
          count={choices.length}
          keyOf={(place) => choices[place]?.id ?? ''}
          minWidth={null}
          heightOf={() => LINE}
          gap={0}
          card={(place, focus) => {
            const one = choices[place];
            if (!one) return null;
            return (
              <button
                type="button"
                className={styles.choice}
                disabled={isBusy}
                onClick={() => choose(one.id)}
                {...focus}
              >
                <Cover kind={kind} covers={one.covers} isSmall />
                <b>{one.name}</b>
                <small>{words[kind].members(one.memberCount)}</small>
              </button>
            );
          }}
        />
      ) : (
        status === 'ready' && (
          <p className={styles.none}>{all.length === 0 ? words[kind].emptyHint : words.noneTitle}</p>
        )
      )}
    </Dialog>
  );
}
