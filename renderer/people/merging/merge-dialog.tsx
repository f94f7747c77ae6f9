/** Which name stays when several people are one; or, for a single one, into whom they go. */
import { useId, useState } from 'react';
import { go, useRoute } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaceImage } from '../../ui/face-image.tsx';
import { NameField } from '../naming/name-field.tsx';
import { mergeIntoPerson, type Picked } from '../people-actions.ts';
import { usePeople } from '../people-store.ts';
import { useMerging } from './ask-to-merge.ts';
import styles from './merge-dialog.module.css';

export function MergeDialog() {
  const picked = useMerging((state) => state.picked);
  return picked && <Question key={picked.persons.join()} picked={picked} />;
}

function Question({ picked }: { readonly picked: Picked }) {
  const { people: words, common, count } = useStrings();
  const { people, hiddenPeople } = usePeople();
  const involved = [...people, ...hiddenPeople].filter(({ id }) => picked.persons.includes(id));
  const [stays, setStays] = useState(involved[0]?.id);
  const form = useId();
  const page = useRoute((route) => route.id);
  const close = (): void => useMerging.setState({ picked: null });
  const merge = async (into: string): Promise<void> => {
    close();
    const isDone = await mergeIntoPerson(into, picked);
    // The page of somebody who is another now shows that other one.
    if (isDone && page !== null && page !== into && [...picked.persons, ...picked.groups].includes(page))
      go('people', into);
  };
  if (picked.persons.length + picked.groups.length === 1) {
    return (
      <Dialog title={involved[0] ? words.mergeInto(involved[0].name) : words.mergeGroupInto} onClose={close}>
        <NameField
          label={words.mergeTarget}
          autoFocus
          except={picked.persons}
          onChoose={(id) => void merge(id)}
          onCancel={close}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.mergeTitle(involved.length)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button tone="primary" type="submit" form={form} disabled={stays === undefined}>
            {words.merge}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (stays !== undefined) void merge(stays);
        }}
      >
        <fieldset className={styles.names}>
          <legend>{words.whichNameStays}</legend>
          {involved.map(({ id, name, coverFaceId, photoCount }) => (
            <label key={id}>
              <input type="radio" name="stays" checked={stays === id} onChange={() => setStays(id)} />
              <FaceImage faceId={coverFaceId} size="small" />
              <span>{name}</span>
              <small>{count.photos(photoCount)}</small>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
