import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';

/** Long enough not to ask for every letter, short enough to feel immediate. */
const restMs = 150;

/** Search as you type; Escape empties it, `/` anywhere leads here. */
export function SearchField({
  onSearch,
  onTyped,
}: {
  onSearch: (text: string) => void;
  onTyped: () => void;
}): ReactNode {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  search.current = onSearch;

  useEffect(() => {
    const timer = setTimeout(() => search.current(text.trim()), restMs);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    const lead = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);

  const type = (next: string): void => {
    onTyped();
    setText(next);
  };
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        aria-label="Search transactions"
        aria-keyshortcuts="/"
        placeholder="Search"
        maxLength={200}
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') type('');
        }}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          className="button button-quiet"
          aria-label="Clear the search"
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
