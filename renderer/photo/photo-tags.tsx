/** The photo's tags: taken away one by one, added by a line to type into. */
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PhotoDetail } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { useStrings } from '../strings/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { changePhoto } from './open-photo.ts';
import styles from './photo-info.module.css';

export function PhotoTags({ photo: { id, tags } }: { readonly photo: PhotoDetail }) {
  const { photo: words } = useStrings();
  const [typed, setTyped] = useState('');
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const tag = typed.trim();
    if (tag !== '' && (await changePhoto(() => call('photos.tag', { ids: [id], tags: [tag] })))) {
      // Unless the next one is being typed already.
      setTyped((now) => (now === typed ? '' : now));
    }
  };
  return (
    <section aria-label={words.tags}>
      <h2>{words.tags}</h2>
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              <button
                type="button"
                aria-label={words.removeTag(tag)}
                title={words.removeTag(tag)}
                onClick={() => void changePhoto(() => call('photos.untag', { ids: [id], tags: [tag] }))}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void onSubmit(event)}>
        <TextField
          label={words.addTag}
          hideLabel
          placeholder={words.addTag}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </section>
  );
}
