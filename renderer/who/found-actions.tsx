/** What can be done with the faces that have been found and chosen: they are somebody, or go into a face set. */
import { Check, FolderPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import { call } from '../bridge.ts';
import { putInto } from '../collections/collection-picker.tsx';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import styles from './answers.module.css';
import { PersonChoice } from './person-choice.tsx';
import { type AskedFace, changeFaces } from './who-store.ts';

interface FoundActionsProps {
  readonly face: AskedFace;
  readonly chosen: ReadonlySet<string>;
  readonly onClear: () => void;
}

export function FoundActions({ face, chosen, onClear }: FoundActionsProps) {
  const { who: words } = useStrings();
  const [isNaming, setIsNaming] = useState(false);
  const ids = [...chosen];
  const { personId, name } = face;
  const onDone = (): void => {
    setIsNaming(false);
    onClear();
  };
  return (
    <div className={styles.bar}>
      <p role="status">{words.chosen(chosen.size)}</p>
      {isNaming && (
        // The face itself, as long as it has no name, is one of them.
        <PersonChoice
          faceIds={personId === null ? [face.id, ...ids] : ids}
          except={[]}
          onDone={onDone}
          onCancel={() => setIsNaming(false)}
        />
      )}
      {!isNaming && (
        <>
          {personId !== null && name !== null && (
            <Button
              tone="primary"
              icon={<Check />}
              onClick={() => {
                void changeFaces(() => call('faces.confirm', { ids, personId })).then((done) => done && onDone());
              }}
            >
              {words.theyAre(name)}
            </Button>
          )}
          <Button icon={<Pencil />} onClick={() => setIsNaming(true)}>
            {words.nameChosen}
          </Button>
          <Button icon={<FolderPlus />} onClick={() => void putInto('faceset', ids).then((done) => done && onClear())}>
            {words.addToFaceSet}
          </Button>
          <Button tone="quiet" onClick={onClear}>
            {words.clear}
          </Button>
        </>
      )}
    </div>
  );
}
