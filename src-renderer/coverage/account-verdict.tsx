import type { ReactNode } from 'react';
import type { AccountCompleteness, Verdict } from '#shared/completeness.ts';
import { classNames } from '../parts/class-names.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { completenessWords as words } from '../words/words.ts';

const icons: Readonly<Record<Verdict['kind'], IconName>> = {
  complete: 'check',
  unexplained: 'warning',
  'cannot-judge': 'clock',
};

/** The verdict in a word or two, with its sign. */
export const VerdictTitle = ({ verdict }: { verdict: Verdict }): ReactNode => (
  <span className={classNames('verdict', verdict.kind === 'unexplained' && 'verdict-bad')}>
    <Icon name={icons[verdict.kind]} />
    {words.verdictTitle(verdict)}
  </span>
);

/** Why there is no row at all, and that there will be no more; nothing where neither is so. */
export const EmptySentence = ({ account }: { account: AccountCompleteness }): ReactNode => (
  <>
    {account.emptyBecause === null ? null : <p>{words.emptyBecause[account.emptyBecause]}</p>}
    {account.isListed ? null : <p>{words.unlisted}</p>}
  </>
);

/** The verdict in whole sentences, one for each gap. */
export const VerdictSentence = ({ account }: { account: AccountCompleteness }): ReactNode => (
  <p>{words.verdict(account)}</p>
);
