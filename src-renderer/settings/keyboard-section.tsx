import type { ReactNode } from 'react';
import { SettingGroup } from './setting.tsx';

/** The menu's modifier, as the platform prints it. */
const command = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[command, 'Shift', 'S'], 'Sync'],
  [[command, '.'], 'Cancel the sync'],
  [[command, 'N'], 'Connect a bank'],
  [[command, ','], 'Settings'],
  [['/'], 'Search the transactions that are open'],
  [['Esc'], 'Empty the search, close what is open, or clear the selection'],
  [['↑', '↓'], 'From transaction to transaction'],
  [['Enter'], 'Everything about a transaction'],
  [['Space'], 'Select a transaction, or no longer'],
  [['Shift', '↑', '↓'], 'Select from one to another'],
  [[command, 'A'], 'Select all that are shown, up to 10,000'],
  [[command, 'C'], 'Copy what is selected, for a spreadsheet'],
  [['Page Up', 'Page Down'], 'A page of transactions up or down'],
  [['Home', 'End'], 'The newest or the oldest transaction'],
];

/** The window's own keys, and the menu's that are worth knowing (src-main/desktop/app-menu.ts). */
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
