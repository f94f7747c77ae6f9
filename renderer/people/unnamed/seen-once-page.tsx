/** Who is on one photo only. */
import { ArrowLeft } from 'lucide-react';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePeople } from '../people-store.ts';
import { SeenOnceFaces } from './seen-once-faces.tsx';
import styles from './unnamed-page.module.css';

export function SeenOncePage() {
  const { people: words, count } = useStrings();
  const { seenOnce, isRead } = usePeople();
  return (
    <>
      <header className={styles.header}>
        <IconButton label={words.toPeople} icon={<ArrowLeft />} onClick={() => go('people')} />
        <div className={styles.who}>
          <h1>{words.seenOnce}</h1>
          <p>{isRead && `${count.faces(seenOnce)} · ${words.seenOnceHint}`}</p>
        </div>
      </header>
      <SeenOnceFaces />
    </>
  );
}
