/** Asks by the system's own dialog, where the window has one; an ordinary browser does not, and paths are typed there. */
import { FolderOpen } from 'lucide-react';
import { z } from 'zod';
import type { Question } from '../../preload/shell.ts';
import { taken } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { Button } from '../ui/button.tsx';

const Paths = z.array(z.string());

interface ChooseButtonProps {
  readonly question: Question;
  readonly label: string;
  /** @param paths one at least */
  readonly onChoose: (paths: readonly string[]) => void;
}

export function ChooseButton({ question, label, onChoose }: ChooseButtonProps) {
  const shell = window.kindred;
  if (!shell) return null;
  const choose = async (): Promise<void> => {
    const paths = await attempt(async () => {
      return Paths.parse(taken(await shell.choose(question)));
    });
    if (paths && paths.length > 0) onChoose(paths);
  };
  return (
    <Button icon={<FolderOpen />} onClick={() => void choose()}>
      {label}
    </Button>
  );
}
