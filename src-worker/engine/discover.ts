import type { BankAccount, BankConsent } from '#shared/bank-rows.ts';
import type { Failure } from '#shared/failure.ts';
import type { Result } from '#shared/result.ts';
import { isAbsent } from './absent.ts';
import type { BankSource } from './bank-source.ts';

/** Who the connection belongs to and what it can see. */
export interface Discovered {
  /** `null`: this server has no `/me`. */
  readonly consent: BankConsent | null;
  /** Whose accounts they are; `null`: not asked, or not told. */
  readonly holder: string | null;
  readonly accounts: readonly BankAccount[];
  /** Names of listed accounts that nothing can be asked of: the user is told, so that none is missing in silence. */
  readonly withoutId: readonly string[];
}

const kinds = ['account', 'card'] as const;

/**
 * Asks who and what. A bank that has only cards, or only accounts, answers 501 to the other: that is an empty list
 * (truelayer.md 4.4). Some serve `/accounts` only in the first minutes, so `known` (what the ledger has) stands in
 * when a list is closed; when it is denied, too: accounts that are no longer granted shall say so, each, and not
 * drop out of the sync in silence.
 *
 * @param asksHolder the bank still tells whose accounts they are; nice to have, so a refusal is nothing
 */
export async function discover(
  source: BankSource,
  known: readonly BankAccount[],
  asksHolder = false,
): Promise<Result<Discovered>> {
  const consent = await source.consent();
  if (!consent.ok && !isAbsent(consent.failure))
    return { ok: false, failure: sessionFailure(consent.failure) };
  const asking = asksHolder ? source.holder() : null;
  const lists: BankAccount[] = [];
  const withoutId: string[] = [];
  const refusals: Failure[] = [];
  // Side by side: neither needs the other, and the user waits for both before the first row.
  const asked = await Promise.all(kinds.map(async (kind) => ({ kind, answer: await source.accounts(kind) })));
  const holder = await asking;
  if (holder?.ok === false && endsTheRun(holder.failure)) return { ok: false, failure: holder.failure };
  for (const { kind, answer } of asked) {
    if (answer.ok) {
      lists.push(...answer.value.accounts);
      withoutId.push(...answer.value.withoutId);
    } else if (answer.failure.kind === 'old-history-refused') {
      lists.push(...known.filter((account) => account.kind === kind));
    } else if (answer.failure.kind === 'access-denied') {
      lists.push(...known.filter((account) => account.kind === kind));
      refusals.push(answer.failure);
    } else if (isAbsent(answer.failure)) {
      refusals.push(answer.failure);
    } else {
      return { ok: false, failure: answer.failure };
    }
  }
  const refusal = refusals.find(({ kind }) => kind === 'access-denied') ?? refusals[0];
  // One list refused is a bank without cards, or a scope not granted; neither list to be had is no success.
  if (refusals.length === 2 && refusal !== undefined) return { ok: false, failure: sessionFailure(refusal) };
  return {
    ok: true,
    value: {
      consent: consent.ok ? consent.value : null,
      holder: holder?.ok === true ? holder.value : null,
      accounts: lists,
      withoutId,
    },
  };
}

const endsTheRun = ({ kind }: Failure): boolean => kind === 'token-expired' || kind === 'cancelled';

/** Denied for everything is not a missing scope: the consent itself is over. */
const sessionFailure = (failure: Failure): Failure =>
  failure.kind === 'access-denied' ? { kind: 'reconnect-needed', cause: 'consent-ended' } : failure;
