/** Find this face: the most alike of the library or of a face set; those that are theirs are chosen and named. */
import { Check, ImageIcon, ScanSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '../bridge.ts';
import { readCollections, useCollections } from '../collections/collections-store.ts';
import { useAnswer } from '../lists/use-answer.ts';
import { openPhotoAmong } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import answers from './answers.module.css';
import styles from './find-face.module.css';
import { FoundActions } from './found-actions.tsx';
import { type AskedFace, closeWho } from './who-store.ts';

const MOST = 500;
/** Drawn at first, and with every "more". */
const PAGE = 60;
/** Of strangers one pair in a hundred is as alike. */
const ALIKE = 0.5;
const LIBRARY = '';

export function FindFace({ face }: { readonly face: AskedFace }) {
  const { who: words, photo, common } = useStrings();
  const facesets = useCollections('faceset').all;
  const [facesetId, setFacesetId] = useState(LIBRARY);
  const [which, setWhich] = useState<'alike' | 'all'>('alike');
  const [drawn, setDrawn] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { id } = face;
  useEffect(() => void readCollections('faceset'), []);
  const { answer, failure } = useAnswer(`${id} ${facesetId}`, ['people', 'photos', 'collections'], () =>
    call('who.find', { faceId: id, facesetId: facesetId || null, limit: MOST }),
  );
  const found = (answer?.faces ?? []).filter(({ likeness }) => which === 'all' || likeness >= ALIKE);
  const turn = (faceId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(faceId)) next.add(faceId);
    setChosen(next);
  };
  return (
    <>
      <div className={answers.choices}>
        {facesets.length > 0 && (
          <SelectField
            label={words.within}
            value={facesetId}
            options={[
              { value: LIBRARY, label: words.wholeLibrary },
              ...facesets.map((set) => ({ value: set.id, label: set.name })),
            ]}
            onChoose={setFacesetId}
          />
        )}
        <Choice
          label={words.howAlike}
          value={which}
          options={[
            { value: 'alike', label: words.alike },
            { value: 'all', label: words.all },
          ]}
          onChoose={setWhich}
        />
      </div>
      <section className={answers.scroller} aria-label={words.results}>
        {failure !== null && <EmptyState icon={<ScanSearch />} title={common.failedTitle} hint={failure} isFailure />}
        {answer && found.length === 0 && (
          <EmptyState icon={<ScanSearch />} title={words.nothingTitle} hint={words.nothingHint} />
        )}
        <ul className={styles.faces}>
          {found.slice(0, drawn).map((other) => (
            <li key={other.id}>
              <button
                type="button"
                className={styles.pick}
                aria-pressed={chosen.has(other.id)}
                aria-label={words.select(words.face(other.name), photo.percent(other.likeness))}
                onClick={() => turn(other.id)}
              >
                <img src={`/face/${other.id}`} alt="" loading="lazy" decoding="async" draggable={false} />
                {chosen.has(other.id) && (
                  <span className={styles.tick}>
                    <Check aria-hidden />
                  </span>
                )}
              </button>
              <IconButton
                className={styles.toPhoto}
                label={words.openPhoto}
                icon={<ImageIcon />}
                onStage
                onClick={() => {
                  closeWho();
                  void openPhotoAmong(other.photoId, { faceList: { of: 'faces', ids: found.map(({ id }) => id) } });
                }}
              />
              <p className={styles.caption} aria-hidden>
                <span>{other.name ?? photo.unknownFace}</span>
                <span>{photo.percent(other.likeness)}</span>
              </p>
            </li>
          ))}
        </ul>
        {found.length > drawn && <Button onClick={() => setDrawn(drawn + PAGE)}>{words.more}</Button>}
      </section>
      {chosen.size > 0 && <FoundActions face={face} chosen={chosen} onClear={() => setChosen(new Set())} />}
    </>
  );
}
