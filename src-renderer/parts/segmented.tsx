import { useId, type ReactNode } from 'react';

/** A few choices side by side, one of them taken: radio buttons that look like one control. */
export function Segmented<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly (readonly [value: T, words: string])[];
  onChange: (value: T) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="unseen">{props.label}</legend>
      {props.choices.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
