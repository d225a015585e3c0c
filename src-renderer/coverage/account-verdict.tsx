import type { ReactNode } from 'react';
import type { AccountCompleteness, Verdict } from '#shared/completeness.ts';
import {
  emptyWords,
  type Figures,
  unlistedWords,
  verdictTitle,
  verdictWords,
} from '#shared/words/completeness-words.ts';
import { dayText, instantText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { classNames } from '../parts/class-names.ts';
import { Icon, type IconName } from '../parts/icon.tsx';

const figures: Figures = {
  money: (amountMinor, currency) => moneyText({ amountMinor, currency }),
  day: dayText,
  instant: instantText,
};

const icons: Readonly<Record<Verdict['kind'], IconName>> = {
  complete: 'check',
  unexplained: 'warning',
  'cannot-judge': 'clock',
};

/** The verdict in a word or two, with its sign. */
export const VerdictTitle = ({ verdict }: { verdict: Verdict }): ReactNode => (
  <span className={classNames('verdict', verdict.kind === 'unexplained' && 'verdict-bad')}>
    <Icon name={icons[verdict.kind]} />
    {verdictTitle(verdict)}
  </span>
);

/** Why there is no row at all, and that there will be no more; nothing where neither is so. */
export const EmptySentence = ({ account }: { account: AccountCompleteness }): ReactNode => (
  <>
    {account.emptyBecause === null ? null : <p>{emptyWords[account.emptyBecause]}</p>}
    {account.isListed ? null : <p>{unlistedWords}</p>}
  </>
);

/** The verdict in whole sentences, one for each gap. */
export const VerdictSentence = ({ account }: { account: AccountCompleteness }): ReactNode => (
  <p>{verdictWords(account, figures)}</p>
);
