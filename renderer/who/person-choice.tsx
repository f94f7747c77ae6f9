/** Some faces get a name: one of the people there are, or somebody new. */
import { type FormEvent, useState } from 'react';
import { call } from '../bridge.ts';
import type { IfNameTaken } from '../people/naming/name-field.tsx';
import { unlessNameTaken } from '../people/naming/unless-name-taken.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import styles from './answers.module.css';
import { FindPerson } from './find-person.tsx';
import { changeFaces } from './who-store.ts';

interface PersonChoiceProps {
  readonly faceIds: readonly string[];
  readonly onDone: () => void;
}

export function PersonChoice({ faceIds, onDone }: PersonChoiceProps) {
  const { who: words, photo, common } = useStrings();
  const [typed, setTyped] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  const name = typed.trim();
  const ids = [...faceIds];

  const giveNew = async (ifNameTaken?: IfNameTaken): Promise<void> => {
    const isTaken = await unlessNameTaken(call('faces.name', { ids, name, ifNameTaken }), async (work) => {
      if (await changeFaces(work)) onDone();
    });
    if (isTaken) setTaken(name);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '') void giveNew();
  };
  if (taken !== null && taken === name) {
    return (
      <div className={styles.naming}>
        <p>{photo.nameTaken(taken)}</p>
        <div className={styles.found}>
          <Button tone="primary" onClick={() => void giveNew('merge')}>
            {photo.samePerson(taken)}
          </Button>
          <Button onClick={() => void giveNew('another')}>{photo.anotherPerson(taken)}</Button>
          <Button tone="quiet" onClick={() => setTaken(null)}>
            {common.cancel}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form className={styles.naming} onSubmit={onSubmit}>
      <FindPerson
        label={words.nameOrPerson}
        typed={typed}
        onType={setTyped}
        isFirst
        onChoose={({ id: personId }) => {
          void changeFaces(() => call('faces.confirm', { ids, personId })).then((done) => done && onDone());
        }}
      />
      <div className={styles.found}>
        <Button type="submit" tone="primary" disabled={name === ''}>
          {words.newPerson(name)}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
