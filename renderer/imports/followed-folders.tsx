/** Folders that are followed: what comes into them comes into the library by itself. */
import { Eye, FolderSync, FolderX, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ChooseButton } from '../choosing/choose-button.tsx';
import { PathForm } from '../choosing/path-form.tsx';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './followed-folders.module.css';
import { followFolder, leaveFolder, readFolders, useImports } from './imports-store.ts';

/** ms. */
const LOOK_EVERY = 10_000;

export function FollowedFolders() {
  const { imports: words } = useStrings();
  const folders = useImports((state) => state.folders);
  const [path, setPath] = useState('');
  // Nobody tells when a disk is unplugged: looked at while they are shown.
  useEffect(() => {
    void readFolders();
    const timer = setInterval(() => void readFolders(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  const add = async (): Promise<void> => {
    if (await followFolder(path.trim())) setPath('');
  };
  const addChosen = async (paths: readonly string[]): Promise<void> => {
    for (const chosen of paths) await followFolder(chosen);
  };
  return (
    <Panel title={words.folders} hint={words.foldersHint}>
      {folders.length > 0 && (
        <ul className={styles.folders}>
          {folders.map(({ path: folder, missing }) => (
            <li key={folder} data-missing={missing || undefined}>
              {missing ? <FolderX aria-hidden /> : <FolderSync aria-hidden />}
              <span>
                {folder}
                {missing && <em>{words.folderMissing}</em>}
              </span>
              <IconButton label={words.leaveFolder(folder)} icon={<X />} onClick={() => void leaveFolder(folder)} />
            </li>
          ))}
        </ul>
      )}
      <PathForm
        label={words.folderPath}
        placeholder={words.pathExample}
        path={path}
        onType={setPath}
        action={words.followFolder}
        icon={<Eye />}
        isDisabled={path.trim() === ''}
        onSubmit={() => void add()}
      >
        <ChooseButton question="folders" label={words.chooseFollowed} onChoose={(paths) => void addChosen(paths)} />
      </PathForm>
    </Panel>
  );
}
