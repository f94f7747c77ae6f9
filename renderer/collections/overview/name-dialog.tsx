/** The name of a group, face set or album: of a new one, or another for one there is. */
import { type FormEvent, useState } from 'react';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CollectionKind } from '../kinds.ts';

interface NameDialogProps {
  readonly kind: CollectionKind;
  /** Null for a new one. */
  readonly present: string | null;
  /** @returns whether it has been done */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

export function NameDialog({ kind, present, onName, onClose }: NameDialogProps) {
  const { collections: words, common } = useStrings();
  const [typed, setTyped] = useState(present ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const name = typed.trim();
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name === '' || isBusy) return;
    setIsBusy(true);
    if (name === present || (await onName(name))) onClose();
    setIsBusy(false);
  };
  const form = 'collection-name';
  return (
    <Dialog
      title={present === null ? words[kind].make : words.rename}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button tone="primary" type="submit" form={form} disabled={name === '' || isBusy}>
            {present === null ? words.create : words.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void onSubmit(event)}>
        <TextField
          label={words.name}
          placeholder={words[kind].example}
          value={typed}
          maxLength={200}
          autoFocus
          onFocus={({ target }) => target.select()}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
