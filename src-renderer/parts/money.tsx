import type { ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import { moneyText } from '../format/money-text.ts';
import { windowWords } from '../words/words.ts';

/**
 * What an account holds, or a card owes: TrueLayer gives a card's balance as a positive debt, which beside money one
 * has must read as less than nothing.
 */
export function Balance({ account }: { account: AccountRow }): ReactNode {
  const { balance_minor: balance, currency, kind } = account;
  if (balance === null) {
    return (
      <span className="balance quiet">
        <span aria-hidden="true">{'\u2013'}</span>
        <span className="unseen">{windowWords.balanceUnknown}</span>
      </span>
    );
  }
  const amountMinor = kind === 'card' && balance !== 0 ? -balance : balance;
  return <span className="balance">{moneyText({ amountMinor, currency })}</span>;
}
