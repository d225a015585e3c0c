import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { utcDay } from '#shared/calendar-day.ts';
import { useWindow } from '../../state/window-context.ts';
import { filterWords as words } from '../../words/words.ts';
import { dayPresets } from './day-presets.ts';
import type { FilterProps } from './filter-panel.tsx';
import { withText } from './with-choice.ts';

/** From when to when, by hand or by one of the usual ranges. */
export function DayFields({ filter, onFilter }: FilterProps): ReactNode {
  const { store } = useWindow();
  const id = useId();
  const day = (which: 'from' | 'to', name: string): ReactNode => (
    <DayField
      name={name}
      day={filter[which] ?? ''}
      onDay={(text) => onFilter(withText(filter, which, text))}
    />
  );
  return (
    <div className="filter-part" role="group" aria-labelledby={id}>
      <h3 id={id}>{words.days}</h3>
      <div className="filter-fields">
        {day('from', words.from)}
        {day('to', words.to)}
      </div>
      <div className="filter-presets">
        {dayPresets(utcDay(store.nowMs())).map(({ name, from, to }) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={filter.from === from && filter.to === to}
            onClick={() => onFilter({ ...filter, from, to })}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

function DayField(props: { name: string; day: string; onDay: (day: string) => void }): ReactNode {
  const { name, day, onDay } = props;
  const [text, setText] = useState(day);
  const told = useRef(day);
  useEffect(() => {
    if (day !== told.current) setText(day);
    told.current = day;
  }, [day]);
  return (
    <label className="filter-field">
      <span>{name}</span>
      <input
        type="date"
        min="1950-01-01"
        max="2150-12-31"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          // A year is typed digit by digit, and the year 2 is a year: only days somebody can mean are asked for.
          if (!target.validity.valid || target.value === told.current) return;
          told.current = target.value;
          onDay(target.value);
        }}
      />
    </label>
  );
}
