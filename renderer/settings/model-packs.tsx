/** The model packs: the one that Kindred ships and those that the user has brought; one of them is in use. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { ChooseButton } from '../choosing/choose-button.tsx';
import { PathForm } from '../choosing/path-form.tsx';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { toast } from '../ui/toasts.tsx';
import { bytes } from './bytes.ts';
import styles from './model-packs.module.css';

type Pack = Result<'models.list'>['packs'][number];

interface ModelPacksProps {
  readonly packs: readonly Pack[];
  readonly onChange: () => void;
}

export function ModelPacks({ packs, onChange }: ModelPacksProps) {
  const { settings: words, common, locale } = useStrings();
  const [path, setPath] = useState('');
  /** What is going on, in words. */
  const [busy, setBusy] = useState<string | null>(null);
  /** A pack that the user is asked about: whether it is to be used, or removed. */
  const [asked, setAsked] = useState<{ readonly pack: Pack; readonly about: 'use' | 'remove' } | null>(null);

  const during = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(what);
    const isDone = (await attempt(work)) !== null;
    setBusy(null);
    onChange();
    return isDone;
  };
  const add = async (pack: string): Promise<void> => {
    if (!(await during(words.addingPack, () => call('models.add', { path: pack })))) return;
    setPath('');
    toast(words.packAdded);
  };
  const addChosen = ([pack]: readonly string[]): void => {
    if (pack !== undefined) void add(pack);
  };
  const agree = async (): Promise<void> => {
    if (!asked) return;
    const { about, pack } = asked;
    const { id } = pack;
    setAsked(null);
    if (about === 'use') await during(words.changingPack, () => call('models.choose', { id }));
    else if (id !== null) await during(words.removingPack, () => call('models.remove', { id }));
  };
  return (
    <>
      <ul className={styles.list}>
        {packs.map((pack) => (
          <li key={pack.id}>
            <div>
              <h3>
                {pack.name} {pack.version}
                {pack.isInUse && <span>{words.packInUse}</span>}
              </h3>
              <p>
                {words.packFacts(
                  pack.models.map(({ role }) => words.roles[role]),
                  pack.licence,
                  bytes(locale, pack.bytes),
                )}
              </p>
              <p>{[...new Set(pack.models.map(({ source }) => source))].join(' · ')}</p>
            </div>
            {!pack.isInUse && (
              <>
                {pack.id !== null && (
                  <Button tone="quiet" disabled={busy !== null} onClick={() => setAsked({ pack, about: 'remove' })}>
                    {words.removePack}
                  </Button>
                )}
                <Button disabled={busy !== null} onClick={() => setAsked({ pack, about: 'use' })}>
                  {words.usePack}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <PathForm
        label={words.packPath}
        placeholder={words.packPathExample}
        path={path}
        onType={setPath}
        action={words.addPack}
        icon={<Plus />}
        isDisabled={path.trim() === '' || busy !== null}
        onSubmit={() => void add(path.trim())}
      />
      {window.kindred && (
        <div className={styles.choices}>
          <ChooseButton question="model-pack" label={words.choosePackFile} onChoose={addChosen} />
          <ChooseButton question="model-pack-folder" label={words.choosePackFolder} onChoose={addChosen} />
        </div>
      )}
      <div role="status">
        {busy !== null && (
          <div className={styles.busy}>
            <p>{busy}</p>
            <ProgressBar label={busy} done={0} total={null} />
          </div>
        )}
      </div>
      {asked && (
        <Dialog
          title={(asked.about === 'use' ? words.usePackTitle : words.removePackTitle)(asked.pack.name)}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{common.cancel}</Button>
              <Button tone={asked.about === 'use' ? 'primary' : 'danger'} onClick={() => void agree()}>
                {asked.about === 'use' ? words.usePack : words.removePack}
              </Button>
            </>
          }
        >
          <p>{asked.about === 'use' ? words.usePackHint : words.removePackHint}</p>
        </Dialog>
      )}
    </>
  );
}
