import type { ReactNode } from 'react';
import { SettingGroup } from './setting.tsx';

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Search the transactions that are open'],
  [['Esc'], 'Empty the search, or close a dialog'],
  [['↑', '↓'], 'Select a transaction'],
  [['Page Up', 'Page Down'], 'A page of transactions up or down'],
  [['Home', 'End'], 'The newest or the oldest transaction'],
];

/** The window's own keys; those of the menu are shown there. */
export const KeyboardSection = (): ReactNode => (
  <SettingGroup title="Keyboard">
    <dl className="keys">
      {keys.map(([names, does]) => (
        <div key={does}>
          <dt>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </SettingGroup>
);
