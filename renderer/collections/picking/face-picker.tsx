/** Faces for a face set: of people, and of those who have no name yet. */
import { type KeyboardEvent, useState } from 'react';
import { call } from '../../bridge.ts';
import { usePagedList } from '../../lists/use-paged-list.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CardGrid } from '../cards/card-grid.tsx';
import { useMarks } from '../cards/marks.ts';
import { ChoiceTile } from './choice-tile.tsx';
import styles from './face-picker.module.css';
import { type FaceSource, FaceSources } from './face-sources.tsx';

interface FacePickerProps {
  /** @returns whether it has been done */
  readonly onAdd: (ids: readonly string[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** px: the narrowest picture. */
const TILE = 88;
const GAP = 6;

export function FacePicker({ onAdd, onClose }: FacePickerProps) {
  const { collections: words, common, count } = useStrings();
  const [source, setSource] = useState<FaceSource | null>(null);
  const list = usePagedList(`${source?.kind} ${source?.id}`, ['people', 'photos'], async (range) => {
    if (source === null) return { items: [], total: 0 };
    const name = source.kind === 'person' ? 'person.faces' : 'unnamed.faces';
    const { faces, total } = await call(name, { id: source.id, ...range });
    return { items: faces, total };
  });
  const { items, total } = list.use();
  const marks = useMarks(list, false);

  const add = async (): Promise<void> => {
    if (await onAdd([...marks.ids])) onClose();
  };
  const onKey = (event: KeyboardEvent, to: number): void => {
    if (event.shiftKey && event.key.startsWith('Arrow')) void marks.extendTo(to);
  };
  return (
    <Dialog
      title={words.faceset.addFaces}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button tone="primary" disabled={marks.ids.size === 0} onClick={() => void add()}>
            {marks.ids.size === 0 ? words.faceset.addFaces : words.faceset.addSome(marks.ids.size)}
          </Button>
        </>
      }
    >
      <div className={styles.picker}>
        <FaceSources chosen={source} onChoose={setSource} />
        {source === null ? (
          <p className={styles.hint}>{words.faceset.pickHint}</p>
        ) : (
          <div className={styles.faces}>
            <header>
              <h3>{source.name}</h3>
              <Button tone="quiet" onClick={() => void marks.markAll()}>
                {words.faceset.chooseAll(count.faces(source.faceCount))}
              </Button>
            </header>
            <CardGrid
              label={words.faceset.facesOf(source.name)}
              className={styles.list}
              count={total}
              keyOf={(place) => items.get(place)?.id ?? String(place)}
              minWidth={TILE}
              heightOf={(width) => width}
              gap={GAP}
              onKey={onKey}
              onSight={list.see}
              card={(place, focus) => {
                const face = items.get(place);
                if (!face) return null;
                return (
                  <ChoiceTile
                    label={words.faceset.faceOf(source.name, place + 1)}
                    isChosen={marks.ids.has(face.id)}
                    onChoose={(by) => void (by === 'extend' ? marks.extendTo(place) : marks.toggle(place))}
                    focus={focus}
                  >
                    <img src={`/face/${face.id}`} alt="" decoding="async" draggable={false} />
                  </ChoiceTile>
                );
              }}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}
