import type { ReactNode } from 'react';
import { countText } from '../format/count-text.ts';
import { keyboardWords as words } from '../words/words.ts';
import { SettingGroup } from './setting.tsx';

const { keys: names } = words;

/** The menu's modifier, as the platform prints it. */
const command = navigator.userAgent.includes('Mac') ? '⌘' : names.control;

/** As many as can be changed at once (src-shared/transaction-list.ts). */
const mostMarked = 10_000;

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[command, names.shift, 'S'], words.sync],
  [[command, '.'], words.cancel],
  [[command, 'N'], words.connect],
  [[command, ','], words.settings],
  [['/'], words.search],
  [[names.escape], words.escape],
  [['↑', '↓'], words.step],
  [[names.enter], words.open],
  [[names.space], words.select],
  [[names.shift, '↑', '↓'], words.selectTo],
  [[command, 'A'], words.selectAll(countText(mostMarked))],
  [[command, 'C'], words.copy],
  [[names.pageUp, names.pageDown], words.page],
  [[names.home, names.end], words.ends],
];

/** The window's own keys, and the menu's that are worth knowing (src-main/desktop/app-menu.ts). */
export const KeyboardSection = (): ReactNode => (
  <SettingGroup title={words.title}>
    <dl className="keys">
      {keys.map(([printed, does]) => (
        <div key={does}>
          <dt>
            {printed.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </SettingGroup>
);
