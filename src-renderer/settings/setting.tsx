import { useId, type ReactNode } from 'react';

/** A group of settings under its heading. */
export function SettingGroup({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="card setting-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Words at the left, the control at the right. The control gets the ids that name and describe it. */
export function Setting(props: {
  label: string;
  hint?: string;
  children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}): ReactNode {
  const id = useId();
  const describedBy = props.hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="setting">
      <div className="setting-words">
        <label htmlFor={id}>{props.label}</label>
        {props.hint === undefined ? null : (
          <p id={describedBy} className="quiet">
            {props.hint}
          </p>
        )}
      </div>
      {props.children({ id, describedBy })}
    </div>
  );
}

/** On or off. */
export const Switch = (props: {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}): ReactNode => (
  <Setting label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })}>
    {({ id, describedBy }) => (
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={props.isOn}
        aria-describedby={describedBy}
        onChange={(event) => props.onChange(event.target.checked)}
      />
    )}
  </Setting>
);
