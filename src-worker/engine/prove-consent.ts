import type { BankAccount, BankTransaction } from '#shared/bank-rows.ts';
import { addDays, type CalendarDay, type DayRange } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { isAbsent } from './absent.ts';
import type { AskedAccount, BankAnswer, BankSource } from './bank-source.ts';

/** Days of one account that a new consent was served. */
export interface ConsentProof {
  readonly account: BankAccount;
  readonly range: DayRange;
  readonly answer: BankAnswer<BankTransaction>;
}

/** Enough to see that rows come; the sync that follows asks for all. */
const provingDays = 7;

/**
 * Fetches the newest days of one account, before a consent takes the place of one that works. What is wrong with one
 * account is not wrong with all, so the others are tried; what is wrong with the bank ends the attempt.
 *
 * @param asAsked the account with what is known of it, as it is to be asked
 * @returns `null`: the bank has no transactions for any of these accounts, so there is nothing to see
 */
export async function proveConsent(
  source: Pick<BankSource, 'transactions'>,
  accounts: readonly BankAccount[],
  today: CalendarDay,
  asAsked: (account: BankAccount) => AskedAccount,
): Promise<Result<ConsentProof | null>> {
  const range = { from: addDays(today, 1 - provingDays), to: today };
  let refusal: Failure | null = null;
  for (const account of accounts) {
    const answer = await source.transactions(asAsked(account), range);
    if (answer.ok) return succeeded({ account, range, answer: answer.value });
    if (isAbsent(answer.failure)) continue;
    if (!isOfOneAccount(answer.failure)) return answer;
    refusal ??= answer.failure;
  }
  return refusal === null ? succeeded(null) : failed(refusal);
}

const isOfOneAccount = ({ kind }: Failure): boolean =>
  kind === 'access-denied' || kind === 'account-gone' || kind === 'range-refused';
