import type { ReactNode } from 'react';
import { countText } from '../format/count-text.ts';
import { keyboardWords as words } from '../words/words.ts';
import { commandKey as command, isMac } from './command-key.ts';
import { placesByDigit } from './window-wish.ts';

const { keys: names } = words;

/** As many as can be changed at once (src-shared/transaction-list.ts). */
const mostMarked = 10_000;

type Keys = readonly (readonly [keys: readonly string[], does: string])[];

const groups: readonly (readonly [title: string, keys: Keys])[] = [
  [
    words.everywhere,
    [
      [[command, '1', '–', String(placesByDigit.length)], words.places],
      [isMac ? [command, '[', ']'] : [names.alt, '←', '→'], words.backAndForth],
      [[command, names.shift, 'S'], words.sync],
      [[command, '.'], words.cancel],
      [[command, 'N'], words.connect],
      [[command, ','], words.settings],
      [['?'], words.help],
    ],
  ],
  [
    words.elsewhere,
    [
      [['Y', 'N'], words.decide],
      [['←', '→'], words.points],
    ],
  ],
  [
    words.inTransactions,
    [
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
    ],
  ],
];

/** What the keys do: the window's own, and the menu's that are worth knowing (src-main/desktop/app-menu.ts). */
export const KeyList = (): ReactNode => (
  <div className="key-groups">
    {groups.map(([title, keys]) => (
      <div key={title} role="group" aria-label={title}>
        <h3>{title}</h3>
        <dl className="keys">
          {keys.map(([printed, does]) => (
            <div key={does}>
              <dt>{printed.map((name) => (name === '–' ? name : <kbd key={name}>{name}</kbd>))}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </div>
);
