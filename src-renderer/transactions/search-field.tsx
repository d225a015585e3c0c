import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { transactionWords as words } from '../words/words.ts';
import { useSearchKeys } from './use-search-keys.ts';

/**
 * Search as you type; Escape empties it, `/` or Ctrl+F anywhere lead here. `searched`: what is searched for now. Each
 * letter is told at once: who asks sees to it that questions do not pile up (`useTransactionPages`).
 */
export function SearchField(props: {
  searched: string;
  onSearch: (text: string) => void;
  onTyped: () => void;
}): ReactNode {
  const { searched, onSearch, onTyped } = props;
  const [text, setText] = useState(searched);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(searched);
  useSearchKeys(input);

  useEffect(() => {
    // Emptied from elsewhere, as by "Clear all".
    if (searched === asked.current) return;
    asked.current = searched;
    setText(searched);
  }, [searched]);

  const type = (next: string): void => {
    onTyped();
    setText(next);
    const wanted = next.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onSearch(wanted);
  };
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        aria-label={words.search}
        aria-keyshortcuts="/ Control+F"
        placeholder={words.searchHint}
        maxLength={200}
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') type('');
          // From the search to what it found.
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[role=grid]')?.focus();
        }}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          className="button button-quiet"
          aria-label={words.clearSearch}
          onClick={() => {
            type('');
            input.current?.focus();
          }}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
