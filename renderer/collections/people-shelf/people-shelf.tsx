/** Everybody, beside groups: to be dragged onto one, or chosen and added. */
import { Check, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { findByName } from '../../../preload/contract/names.ts';
import { isSpelling } from '../../changes/is-typing.ts';
import { readPeople, usePeople } from '../../people/people-store.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CardGrid } from '../cards/card-grid.tsx';
import { dragPeople } from './people-drag.ts';
import styles from './people-shelf.module.css';

interface PeopleShelfProps {
  /** Those who are in the group already. */
  readonly members: ReadonlySet<string>;
  /** @returns whether it has been done */
  readonly onAdd: (ids: readonly string[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** px: a line of the list. */
const LINE = 52;

export function PeopleShelf({ members, onAdd, onClose }: PeopleShelfProps) {
  const { collections: words, views, people: peopleWords, common } = useStrings();
  const people = usePeople((state) => state.people);
  const isRead = usePeople((state) => state.isRead);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => void readPeople(), []);
  const shown = useMemo(() => findByName(people, typed), [people, typed]);
  const wanted = [...chosen].filter((id) => !members.has(id));

  const turn = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const add = async (): Promise<void> => {
    if (await onAdd(wanted)) setChosen(new Set());
  };
  return (
    <aside
      className={styles.shelf}
      aria-label={views.people}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isSpelling(event.nativeEvent)) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{views.people}</h2>
        <IconButton label={common.close} icon={<X />} onClick={onClose} />
      </header>
      <TextField
        label={words.find}
        hideLabel
        type="search"
        placeholder={words.find}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      {shown.length === 0 && isRead && (
        <p className={styles.none}>{people.length === 0 ? peopleWords.emptyHint : words.noneTitle}</p>
      )}
      <CardGrid
        label={views.people}
        className={styles.list}
        count={shown.length}
        keyOf={(place) => shown[place]?.id ?? ''}
        minWidth={null}
        heightOf={() => LINE}
        gap={0}
        card={(place, focus) => {
          const person = shown[place];
          if (!person) return null;
          const { id, name, coverFaceId } = person;
          const isIn = members.has(id);
          return (
            <button
              type="button"
              className={styles.person}
              aria-pressed={chosen.has(id)}
              aria-disabled={isIn}
              draggable={!isIn}
              onDragStart={(event) => dragPeople(event, chosen.has(id) ? wanted : [id])}
              onClick={() => !isIn && turn(id)}
              {...focus}
            >
              <FaceImage faceId={coverFaceId} size="small" />
              <span>
                <b>{name}</b>
                {isIn && <small>{words.group.isIn}</small>}
              </span>
              {chosen.has(id) && <Check aria-hidden />}
            </button>
          );
        }}
      />
      <footer>
        <Button tone="primary" disabled={wanted.length === 0} onClick={() => void add()}>
          {wanted.length === 0 ? words.group.addPeople : words.group.addSome(wanted.length)}
        </Button>
      </footer>
    </aside>
  );
}
