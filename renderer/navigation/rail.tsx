/** The rail on the left: where one can go. */
import {
  BookImage,
  BookUser,
  FolderInput,
  Images,
  type LucideIcon,
  Plug,
  ScanFace,
  Settings,
  UsersRound,
} from 'lucide-react';
import { VIEWS, type View } from '../../preload/contract/views.ts';
import { ImportStatus } from '../imports/import-status.tsx';
import { useStrings } from '../strings/strings.ts';
import styles from './rail.module.css';
import { formatRoute, useRoute } from './route.ts';

const ICONS: Readonly<Record<View, LucideIcon>> = {
  photos: Images,
  people: UsersRound,
  groups: BookUser,
  facesets: ScanFace,
  albums: BookImage,
  imports: FolderInput,
  api: Plug,
  settings: Settings,
};

export function Rail() {
  const strings = useStrings();
  const here = useRoute((route) => route.view);
  return (
    <nav className={styles.rail} aria-label={strings.views.label}>
      <p className={styles.mark}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <span>Kindred</span>
      </p>
      <ul>
        {VIEWS.map((view) => {
          const Icon = ICONS[view];
          return (
            <li key={view}>
              <a
                href={formatRoute({ view, id: null })}
                className={styles.link}
                aria-current={view === here ? 'page' : undefined}
                title={strings.views[view]}
              >
                <Icon aria-hidden />
                <span>{strings.views[view]}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <ImportStatus />
    </nav>
  );
}
