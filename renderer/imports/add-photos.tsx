/** Photos are added by the path of their folder, or dropped anywhere in the window. */
import { FolderPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ChooseButton } from '../choosing/choose-button.tsx';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './add-photos.module.css';
import { startImport, useImports } from './imports-store.ts';
import { ChooseFiles } from './uploads/choose-files.tsx';

export function AddPhotos() {
  const { imports: words } = useStrings();
  const options = useImports((state) => state.options);
  const [path, setPath] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await startImport([path.trim()])) setPath('');
  };
  return (
    <Panel title={words.add} hint={window.kindred ? words.addByDrop : words.addByPath}>
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <div className={styles.line}>
          <TextField
            label={words.path}
            placeholder={words.pathExample}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            className={styles.path}
          />
          <Button tone="primary" type="submit" icon={<FolderPlus />} disabled={path.trim() === ''}>
            {words.addButton}
          </Button>
        </div>
        <div className={styles.choices}>
          {window.kindred ? (
            <>
              <ChooseButton
                question="import-folders"
                label={words.chooseFolders}
                onChoose={(paths) => void startImport(paths)}
              />
              <ChooseButton
                question="import-photos"
                label={words.choosePhotos}
                onChoose={(paths) => void startImport(paths)}
              />
            </>
          ) : (
            <ChooseFiles />
          )}
        </div>
        <div className={styles.options}>
          <CheckBox
            label={words.thorough}
            hint={words.thoroughHint}
            isChecked={options.thorough}
            onCheck={(thorough) => useImports.setState({ options: { ...options, thorough } })}
          />
          <CheckBox
            label={words.autoRotate}
            hint={words.autoRotateHint}
            isChecked={options.autoRotate}
            onCheck={(autoRotate) => useImports.setState({ options: { ...options, autoRotate } })}
          />
        </div>
      </form>
    </Panel>
  );
}
