import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { filterWords as words } from '../../words/words.ts';
import type { FilterProps } from './filter-panel.tsx';
import { sizeOf } from './size-of.ts';
import { withText } from './with-choice.ts';

/** How large the amount is, its sign apart. What is no amount is said, and changes nothing. */
export function AmountFields({ filter, onFilter }: FilterProps): ReactNode {
  const id = useId();
  return (
    <div className="filter-part" role="group" aria-labelledby={id}>
      <h3 id={id}>{words.amount}</h3>
      <div className="filter-fields">
        <SizeField
          name={words.least}
          size={filter.minSize ?? ''}
          onSize={(size) => onFilter(withText(filter, 'minSize', size))}
        />
        <SizeField
          name={words.most}
          size={filter.maxSize ?? ''}
          onSize={(size) => onFilter(withText(filter, 'maxSize', size))}
        />
      </div>
    </div>
  );
}

function SizeField(props: { name: string; size: string; onSize: (size: string) => void }): ReactNode {
  const { name, size, onSize } = props;
  const id = useId();
  const [text, setText] = useState(size);
  const told = useRef(size);
  useEffect(() => {
    if (size !== told.current) setText(size);
    told.current = size;
  }, [size]);
  const isBad = sizeOf(text) === null;
  return (
    <label className="filter-field">
      <span>{name}</span>
      <input
        type="text"
        inputMode="decimal"
        value={text}
        placeholder="0.00"
        aria-invalid={isBad}
        aria-describedby={isBad ? id : undefined}
        onChange={(event) => {
          setText(event.target.value);
          const next = sizeOf(event.target.value);
          if (next === null || next === told.current) return;
          told.current = next;
          onSize(next);
        }}
      />
      {isBad ? (
        <span id={id} className="field-problem">
          {words.notAnAmount}
        </span>
      ) : null}
    </label>
  );
}
