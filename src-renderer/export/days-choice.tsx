import { useId, type ReactNode } from 'react';
import { exportWords } from '../words/words.ts';

/** Two days as their fields have them: empty, or `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A range of days; an empty field is no limit. */
export function DaysChoice(props: {
  value: Days;
  problem: string | null;
  onChange: (days: Days) => void;
}): ReactNode {
  const { value, problem, onChange } = props;
  const id = useId();
  const field = (which: 'from' | 'to', label: string): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}-${which}`}>{label}</label>
      <input
        id={`${id}-${which}`}
        type="date"
        value={value[which]}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange({ ...value, [which]: event.target.value })}
      />
    </div>
  );
  return (
    <fieldset>
      <legend>{exportWords.days}</legend>
      <div className="field-row">
        {field('from', exportWords.from)}
        {field('to', exportWords.to)}
      </div>
      <p
        id={`${id}-said`}
        className={problem === null ? 'field-hint' : 'field-problem'}
        {...(problem === null ? {} : { role: 'alert' })}
      >
        {problem ?? exportWords.daysHint}
      </p>
    </fieldset>
  );
}
