import { useEffect, type RefObject } from 'react';

/** `/` outside of a field, and Ctrl+F anywhere, lead to the search; not out of a dialog. */
export function useSearchKeys(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const lead = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      const isFind = event.key === 'f' && (event.ctrlKey || event.metaKey);
      const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
      if ((!isFind && !isSlash) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, [input]);
}
