/** One face, large, and three questions about it: who is this, where else is this face, is it the same as another. */
import { ImageIcon, Pin, UserRound, X } from 'lucide-react';
import { useId } from 'react';
import { openPhoto } from '../photo/open-photo.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { CompareFace } from './compare-face.tsx';
import { FindFace } from './find-face.tsx';
import { IdentifyFace } from './identify-face.tsx';
import { toPerson } from './to-person.ts';
import styles from './who-dialog.module.css';
import { type AskedFace, closeWho, rememberFace, useWho, type WhoMode } from './who-store.ts';

const MODES = ['identify', 'find', 'compare'] as const satisfies readonly WhoMode[];
const PANELS = { identify: IdentifyFace, find: FindFace, compare: CompareFace } as const;

export function WhoDialog() {
  const face = useWho((state) => state.face);
  return face && <OpenDialog face={face} />;
}

function OpenDialog({ face }: { readonly face: AskedFace }) {
  const { who: words, common } = useStrings();
  const mode = useWho((state) => state.mode);
  const id = useId();
  const Panel = PANELS[mode];
  return (
    <Dialog title={words.modes[mode]} size="wide" onClose={closeWho}>
      <IconButton className={styles.close} label={common.close} icon={<X />} onClick={closeWho} />
      <div className={styles.columns}>
        <TheFace face={face} />
        <div className={styles.question}>
          <div role="tablist" aria-label={words.modesLabel} className={styles.tabs}>
            {MODES.map((one, i) => (
              <button
                key={one}
                id={`${id}-${one}`}
                type="button"
                role="tab"
                aria-selected={one === mode}
                aria-controls={`${id}-panel`}
                tabIndex={one === mode ? 0 : -1}
                onClick={() => useWho.setState({ mode: one })}
                onKeyDown={({ key }) => {
                  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
                  const next = MODES[(i + by + MODES.length) % MODES.length];
                  if (by === 0 || !next) return;
                  useWho.setState({ mode: next });
                  document.getElementById(`${id}-${next}`)?.focus();
                }}
              >
                {words.modes[one]}
              </button>
            ))}
          </div>
          <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${mode}`} className={styles.panel}>
            <Panel key={face.id} face={face} />
          </div>
        </div>
      </div>
      {/* Those of the window are behind this dialog. */}
      <Toasts />
    </Dialog>
  );
}

function TheFace({ face }: { readonly face: AskedFace }) {
  const { who: words, photos, locale } = useStrings();
  const { id, photoId, personId, name, how, fileName, takenAt } = face;
  const taken = takenAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(takenAt))
    : photos.noDate;
  return (
    <section className={styles.face} aria-label={words.face(name)}>
      <img src={`/face/${id}`} alt={words.face(name)} draggable={false} />
      <p>
        {name === null ? words.unknown : how === 'automatic' ? words.isTakenFor(name) : <b>{words.isNamed(name)}</b>}
      </p>
      <small>
        {fileName}
        <br />
        {taken}
      </small>
      <Button
        icon={<ImageIcon />}
        onClick={() => {
          closeWho();
          void openPhoto(photoId);
        }}
      >
        {words.openPhoto}
      </Button>
      {personId !== null && (
        <Button icon={<UserRound />} onClick={() => toPerson(personId)}>
          {words.openPerson}
        </Button>
      )}
      <Button icon={<Pin />} onClick={() => void rememberFace(id)}>
        {words.remember}
      </Button>
    </section>
  );
}
