import { useId, type ReactNode } from 'react';

/** One of several things that can be chosen together. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Said after the name, quietly. */
  readonly aside?: string;
}

/** A list to tick. Nothing ticked means no restriction. */
export function ManyChoices(props: {
  title: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}): ReactNode {
  const { title, choices, chosen, onChoose } = props;
  const id = useId();
  return (
    <div className="filter-part" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="filter-choices">
        {choices.map(({ value, name, aside }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChoose(
                    event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                  )
                }
              />
              <span className="filter-choice">{name}</span>
              {aside === undefined ? null : <span className="filter-aside">{aside}</span>}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
