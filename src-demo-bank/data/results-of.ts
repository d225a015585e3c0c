import { accountJson, cardJson } from './account-json.ts';
import { balanceJson } from './balance-json.ts';
import { bookedJson, pendingJson } from './transaction-json.ts';
import { directDebitsJson, standingOrdersJson } from './recurring-json.ts';
import { epochDayOf } from '../life/epoch-day.ts';
import { infoJson, meJson } from './consent-json.ts';
import { readRange } from './date-range.ts';
import { scaWindowMs } from '../auth/consent.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { Consent } from '../auth/consent.ts';
import type { DataCall } from './answer-data-call.ts';
import type { ErrorCode } from '../faults/error-table.ts';

/** `results` as JSON texts, or the error to send. */
export type Results =
  | { readonly kind: 'results'; readonly texts: readonly string[] }
  | { readonly kind: 'error'; readonly error: ErrorCode };

/** A call that was let in. */
export interface AdmittedCall extends DataCall {
  readonly consent: Consent;
  readonly nowMs: number;
  readonly books: readonly AccountBook[];
  /** The account or card in the path. */
  readonly book: AccountBook | undefined;
}

/** History older than this is only served right after the account holder was there (truelayer.md, 2.9). */
const openHistoryDays = 90;

const refused = (error: ErrorCode): Results => ({ kind: 'error', error });
const results = (values: readonly unknown[]): Results => ({
  kind: 'results',
  texts: values.map((value) => JSON.stringify(value)),
});

/** What each endpoint answers. */
export function resultsOf(call: AdmittedCall): Results {
  const { book, nowMs, consent } = call;
  const { dressing } = call.effects;
  const justGranted = nowMs - consent.grantedAtMs <= scaWindowMs;
  switch (call.route.endpoint) {
    case 'me':
      return results([meJson(consent)]);
    case 'info':
      return justGranted ? results([infoJson(nowMs, dressing)]) : refused('sca_exceeded');
    case 'accounts':
    case 'cards':
      return listOf(call);
    // The task itself is looked up by who keeps it; here only the caller's right to ask is settled.
    case 'results':
      return results([]);
    default:
      break;
  }
  if (book === undefined) return refused('not_found');
  const writing = { dressing, withBalance: consent.scopes.includes('balance') };
  switch (call.route.endpoint) {
    case 'account':
    case 'card':
      return results([profileJson(book, call)]);
    case 'balance':
      return results([balanceJson(book, nowMs, dressing)]);
    case 'transactions': {
      const range = readRange(call.query, nowMs, call.effects.widestDays);
      if (range.kind === 'refused') return refused(range.error);
      const servedDays = justGranted ? (book.profile.historyDays ?? Infinity) : openHistoryDays;
      if (range.from < epochDayOf(nowMs) - servedDays) return refused('sca_exceeded');
      return { kind: 'results', texts: bookedJson(book, range.from, range.to, writing) };
    }
    // from and to are in the documents, and the complete current set is what comes (truelayer.md, 2.1).
    case 'pending':
      return { kind: 'results', texts: pendingJson(book, writing) };
    case 'standing_orders':
      return results(standingOrdersJson(book, nowMs, dressing));
    case 'direct_debits':
      return results(directDebitsJson(book, nowMs, dressing));
    default:
      return refused('not_found');
  }
}

/** A bank without cards says 501 to `/cards`, and one without accounts to `/accounts` (truelayer.md, 4.4). */
function listOf(call: AdmittedCall): Results {
  const kind = call.route.endpoint === 'accounts' ? 'account' : 'card';
  const books = call.books.filter(({ profile }) => profile.kind === kind);
  return books.length === 0
    ? refused('endpoint_not_supported')
    : results(books.map((book) => profileJson(book, call)));
}

function profileJson({ profile }: AccountBook, { nowMs, effects }: AdmittedCall): unknown {
  return profile.kind === 'account'
    ? accountJson(profile, nowMs, effects.dressing)
    : cardJson(profile, nowMs, effects.dressing);
}
