/** Files and folders dropped anywhere in the window are imported: from where they lie, or sent where that is not told. */
import { FolderInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { currentStrings, useStrings } from '../strings/strings.ts';
import { toast } from '../ui/toasts.tsx';
import { useTopmost } from '../ui/topmost.ts';
import styles from './drop-area.module.css';
import { startImport } from './imports-store.ts';
import { droppedFiles } from './uploads/found-files.ts';
import { uploadFiles } from './uploads/uploads-store.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropArea() {
  const { imports: words } = useStrings();
  const dialog = useTopmost();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // Leaving one element for another is not leaving the window.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer) void importDropped(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  const area = (
    <div className={styles.area}>
      <p>
        <FolderInput aria-hidden />
        {words.dropHere}
      </p>
    </div>
  );
  return dialog ? createPortal(area, dialog) : area;
}

async function importDropped(dropped: DataTransfer): Promise<void> {
  const shell = window.kindred;
  // A browser does not say where a file lies: there it is sent.
  if (!shell) return uploadFiles(droppedFiles(dropped));
  const paths = [...dropped.files].map((file) => shell.pathOf(file)).filter((path) => path !== '');
  if (paths.length > 0 && (await startImport(paths))) toast(currentStrings().imports.started(paths.length));
}
