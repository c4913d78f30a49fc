import { useEffect, useState } from 'react';
import { Button, type ButtonLook } from './Button.tsx';

interface CopyButtonProps extends ButtonLook {
  readonly text: string;
  readonly label: string;
  /** What the button says for a moment after it has copied. */
  readonly copiedLabel: string;
}

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label, copiedLabel, look }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <Button {...(look && { look })} icon={copied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  );
}

/** Copies a text; also on plain http, where browsers offer no clipboard. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
