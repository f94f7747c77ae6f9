/** Whose faces? Everybody who has a name, and after them those who wait for one, the largest groups first. */
import { useEffect, useMemo, useState } from 'react';
import { findByName } from '../../../preload/contract/names.ts';
import { call } from '../../bridge.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { readPeople, usePeople } from '../../people/people-store.ts';
import { useStrings } from '../../strings/strings.ts';
import { FaceImage } from '../../ui/face-image.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CardGrid } from '../cards/card-grid.tsx';
import styles from './face-picker.module.css';

/** A person, or a group of faces without a name. */
export interface FaceSource {
  readonly kind: 'person' | 'unnamed';
  readonly id: string;
  readonly name: string;
  readonly coverFaceId: string | null;
  readonly faceCount: number;
}

/** As many unnamed groups as one call tells: the smaller ones are for the People view. */
const MOST_UNNAMED = 500;
/** px: a line of the list. */
const LINE = 52;

interface FaceSourcesProps {
  readonly chosen: FaceSource | null;
  readonly onChoose: (source: FaceSource) => void;
}

export function FaceSources({ chosen, onChoose }: FaceSourcesProps) {
  const { collections: words, photo, count } = useStrings();
  const people = usePeople((state) => state.people);
  const unnamed = useAnswer('unnamed', ['people', 'photos'], () =>
    call('unnamed.page', { offset: 0, limit: MOST_UNNAMED }),
  ).answer?.groups;
  const [typed, setTyped] = useState('');
  useEffect(() => {
    void readPeople();
  }, []);
  const sources = useMemo<readonly FaceSource[]>(
    () => [
      ...findByName(people, typed).map((person) => ({ kind: 'person' as const, ...person })),
      ...findByName(
        (unnamed ?? []).map((group) => ({ kind: 'unnamed' as const, name: photo.unknownFace, ...group })),
        typed,
      ),
    ],
    [people, unnamed, typed, photo],
  );
  return (
    <div className={styles.sources}>
      <TextField
        label={words.find}
        hideLabel
        type="search"
        placeholder={words.find}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <CardGrid
        label={words.faceset.sources}
        className={styles.list}
        count={sources.length}
        keyOf={(place) => sources[place]?.id ?? ''}
        minWidth={null}
        heightOf={() => LINE}
        gap={0}
        card={(place, focus) => {
          const source = sources[place];
          if (!source) return null;
          return (
            <button
              type="button"
              className={styles.source}
              aria-pressed={source.id === chosen?.id}
              onClick={() => onChoose(source)}
              {...focus}
            >
              <FaceImage faceId={source.coverFaceId} size="small" />
              <span>
                <b data-unnamed={source.kind === 'unnamed' || undefined}>{source.name}</b>
                <small>{count.faces(source.faceCount)}</small>
              </span>
            </button>
          );
        }}
      />
    </div>
  );
}
