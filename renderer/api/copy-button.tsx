/** Copies a text and says that it has. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStrings } from '../strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { copyText } from './copy-text.ts';

/** How long it says so, ms. */
const SAID = 2000;

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const { api: words } = useStrings();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <IconButton
      label={isCopied ? words.copied : label}
      icon={isCopied ? <Check /> : <Copy />}
      onClick={async (event) => setIsCopied(await copyText(text, event.currentTarget))}
    />
  );
}
