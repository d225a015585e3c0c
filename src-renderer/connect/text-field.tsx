import { useId, type ReactNode, type Ref } from 'react';

/** A labelled line of text with its hint or, in its place, what is wrong with it. Without `value` the input keeps its own. */
export function TextField(props: {
  label: string;
  value?: string;
  /** What an input that keeps its own text begins with. */
  initially?: string;
  type?: 'text' | 'password';
  problem?: string | undefined;
  hint?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onChange?: (text: string) => void;
}): ReactNode {
  const id = useId();
  const said = props.problem ?? props.hint;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        ref={props.inputRef}
        type={props.type ?? 'text'}
        {...(props.value === undefined ? {} : { value: props.value })}
        {...(props.initially === undefined ? {} : { defaultValue: props.initially })}
        spellCheck={false}
        autoComplete={props.type === 'password' ? 'new-password' : 'off'}
        aria-invalid={props.problem !== undefined}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        onChange={(event) => props.onChange?.(event.target.value)}
      />
      {said === undefined ? null : (
        <p id={`${id}-said`} className={props.problem === undefined ? 'field-hint' : 'field-problem'}>
          {said}
        </p>
      )}
    </div>
  );
}
