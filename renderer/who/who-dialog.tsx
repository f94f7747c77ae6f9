/** One face, large, and three questions about it: who is this, where else is this face, is it the same as another. */
import { X } from 'lucide-react';
import { useId } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CompareFace } from './compare-face.tsx';
import { FaceInQuestion } from './face-in-question.tsx';
import { FindFace } from './find-face.tsx';
import { IdentifyFace } from './identify-face.tsx';
import styles from './who-dialog.module.css';
import { type AskedFace, closeWho, useWho, type WhoMode } from './who-store.ts';

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
        <FaceInQuestion face={face} />
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
    </Dialog>
  );
}
