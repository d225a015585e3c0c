import type { BankAccount, BankRecurring, BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { AskedAccount, BankAnswer, BankSource } from '../engine/bank-source.ts';
import { askBank, type Opened, type Question, type TruelayerDeps } from './ask-bank.ts';
import { askLater } from './ask-later.ts';
import { decodeAccount, decodeCard, nameWithoutId } from './decode-account.ts';
import { decodeBalance } from './decode-balance.ts';
import { decodeConsent } from './decode-consent.ts';
import { decodeDirectDebit, decodeStandingOrder } from './decode-recurring.ts';
import { decodeHolder } from './decode-holder.ts';
import { decodeRows } from './decode-rows.ts';

/** TrueLayer's Data API v1 as a `BankSource`. Paths and parameters: truelayer.md 2.1. */
export function createTruelayerSource(deps: TruelayerDeps): BankSource {
  const ask = (question: Question): Promise<Result<Opened>> => askBank(deps, question);

  const rowsOf = (
    account: AskedAccount,
    opened: Result<Opened>,
    range?: DayRange,
  ): Result<BankAnswer<BankTransaction>> => {
    if (!opened.ok) {
      const { failure } = opened;
      return failed(failure.kind === 'range-refused' ? { ...failure, ...range } : failure);
    }
    const { results, ...rest } = opened.value;
    return succeeded({ ...decodeRows(results, account), httpStatus: 200, ...rest });
  };

  return {
    consent: async () => {
      const opened = await ask({ endpoint: 'me', path: 'me', accountId: null });
      return opened.ok ? succeeded(decodeConsent(opened.value.results[0])) : opened;
    },
    holder: async () => {
      const opened = await ask({ endpoint: 'info', path: 'info', accountId: null });
      return opened.ok ? succeeded(decodeHolder(opened.value.results[0])) : opened;
    },
    accounts: async (kind) => {
      const opened = await ask({ endpoint: family(kind), path: family(kind), accountId: null });
      if (!opened.ok) return opened;
      const decode = kind === 'card' ? decodeCard : decodeAccount;
      const { results } = opened.value;
      return succeeded({
        accounts: results.flatMap((value) => decode(value) ?? []),
        withoutId: results.filter((value) => decode(value) === null).map(nameWithoutId),
      });
    },
    transactions: async (account, range) => rowsOf(account, await ask(windowOf(account, range)), range),
    transactionsLater: async (account, range) =>
      rowsOf(account, await askLater(deps, windowOf(account, range)), range),
    pending: async (account) => rowsOf(account, await ask(about(account, 'transactions/pending'))),
    balance: async (account) => {
      const opened = await ask(about(account, 'balance'));
      return opened.ok ? succeeded(decodeBalance(opened.value.results[0], account.currency)) : opened;
    },
    recurring: async (account, kind) => {
      const opened = await ask(about(account, recurringPath[kind]));
      if (!opened.ok) return opened;
      const decode = kind === 'standing-order' ? decodeStandingOrder : decodeDirectDebit;
      return succeeded(opened.value.results.flatMap((value) => decode(value, account.currency) ?? []));
    },
  };
}

const recurringPath: Readonly<Record<BankRecurring['kind'], string>> = {
  'standing-order': 'standing_orders',
  'direct-debit': 'direct_debits',
};

const family = (kind: BankAccount['kind']): string => (kind === 'card' ? 'cards' : 'accounts');

/** Both ends are always sent: `from` alone was seen to be ignored (truelayer.md 2.9). */
const windowOf = (account: AskedAccount, { from, to }: DayRange): Question => ({
  ...about(account, 'transactions'),
  query: { from, to },
});

const about = (account: AskedAccount, what: string): Question => ({
  endpoint: `${family(account.kind)}/${what}`,
  path: `${family(account.kind)}/${encodeURIComponent(account.accountId)}/${what}`,
  accountId: account.accountId,
});
