/** Words for some photos at once: those there are to choose from, and new ones. */
import { type FormEvent, useEffect, useState } from 'react';
import { create } from 'zustand';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tagPhotos } from './photo-actions.ts';
import styles from './tag-dialog.module.css';

const useTagDialog = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

/** Opens the dialog for these photos. */
export const askForTags = (ids: readonly string[]): void => useTagDialog.setState({ ids });

const close = (): void => useTagDialog.setState({ ids: [] });

/** Stands in the window once. */
export function TagDialog() {
  const ids = useTagDialog((state) => state.ids);
  return ids.length > 0 ? <TagForm ids={ids} /> : null;
}

function TagForm({ ids }: { readonly ids: readonly string[] }) {
  const { photos: words, count, common } = useStrings();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => {
    void attempt(async () => setKnown((await call('photos.facets', {})).tags.map(({ name }) => name)));
  }, []);
  const text = typed.trim();
  const tags = text === '' || chosen.includes(text) ? chosen : [...chosen, text];
  const give = async (): Promise<void> => {
    if (tags.length > 0 && (await tagPhotos(ids, tags))) close();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void give();
  };
  const turn = (tag: string): void =>
    setChosen(chosen.includes(tag) ? chosen.filter((other) => other !== tag) : [...chosen, tag]);
  return (
    <Dialog
      title={words.tagTitle(count.photos(ids.length))}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button tone="primary" disabled={tags.length === 0} onClick={() => void give()}>
            {words.tagGive}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit}>
        <TextField
          label={words.newTag}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      {known.length > 0 && (
        <ul className={styles.tags} aria-label={words.knownTags}>
          {known.map((tag) => (
            <li key={tag}>
              <button type="button" aria-pressed={chosen.includes(tag)} onClick={() => turn(tag)}>
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
