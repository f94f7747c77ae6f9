/** Asks by the system's own dialog, where the window has one; an ordinary browser does not, and paths are typed there. */
import { FolderOpen } from 'lucide-react';
import type { Question } from '../../preload/shell.ts';
import { Button } from '../ui/button.tsx';
import { choosePaths } from './choose-paths.ts';

interface ChooseButtonProps {
  readonly question: Question;
  readonly label: string;
  /** @param paths one at least */
  readonly onChoose: (paths: readonly string[]) => void;
}

export function ChooseButton({ question, label, onChoose }: ChooseButtonProps) {
  if (!window.kindred) return null;
  const choose = async (): Promise<void> => {
    const paths = await choosePaths(question);
    if (paths.length > 0) onChoose(paths);
  };
  return (
    <Button icon={<FolderOpen />} onClick={() => void choose()}>
      {label}
    </Button>
  );
}
