import { useEffect, useState, type ReactNode } from 'react';
import { useWindow } from '../state/window-context.ts';
import { Icon } from './icon.tsx';
import { windowWords as words } from '../words/words.ts';

const thanksMs = 2000;

/** Copies `text`, and says so for a moment. `label`: "Copy the redirect URI". */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const { store } = useWindow();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), thanksMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    if ((await store.act('clipboard.write', { text })) === null && store.get().notice !== null) return;
    setCopied(true);
  };
  return (
    <button type="button" className="button" aria-label={label} onClick={() => void copy()}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </button>
  );
}
