import { useRef, type KeyboardEvent, type ReactNode } from 'react';

/** A bar: a name, how large, and what it leads to. `share`: of the largest, 0 to 1. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly share: number;
  readonly note: string;
  readonly onOpen: () => void;
}

/** Bars under each other, each a button with its value in words; arrow keys go from one to the next. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || at === -1) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  };
  return (
    <ol ref={list} className="bars" aria-label={label} onKeyDown={onKeyDown}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <button type="button" className="bar" onClick={bar.onOpen}>
            <span className="bar-name">{bar.name}</span>
            <span className="bar-note quiet">{bar.note}</span>
            <span className="bar-value">{bar.value}</span>
            <svg className="bar-track" aria-hidden="true" focusable="false">
              <rect
                className="bar-fill"
                width={`${String(Math.max(0.4, bar.share * 100))}%`}
                height="100%"
                rx="2"
              />
            </svg>
          </button>
        </li>
      ))}
    </ol>
  );
}
