import type { BankAccount, BankRecurring, BankTransaction } from '#shared/bank-rows.ts';
import type { CancelSignal, Clock } from '#shared/clock.ts';
import { toIso } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { AskedAccount, BankAnswer, BankSource } from '../engine/bank-source.ts';
import { decodeAccount, decodeCard } from './decode-account.ts';
import { decodeBalance } from './decode-balance.ts';
import { decodeConsent } from './decode-consent.ts';
import { decodeDirectDebit, decodeStandingOrder } from './decode-recurring.ts';
import { decodeTransaction } from './decode-transaction.ts';
import { openEnvelope } from './envelope.ts';
import type { SendOnce } from './exchange.ts';
import { badAnswer, bodyOf } from './failure-of-sent.ts';
import type { RateGate } from './rate-gate.ts';
import { sendWithRetry } from './send-with-retry.ts';

/** What a source needs from around it. */
export interface TruelayerDeps {
  /** Origin of the Data API, such as `https://api.truelayer.com`. */
  readonly apiUrl: string;
  readonly accessToken: string;
  /** The present user's address: lifts the bank's limit of four unattended calls a day. Sent only when true. */
  readonly psuIp: string | undefined;
  readonly send: SendOnce;
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly gate: RateGate;
  readonly emit: (event: SyncEvent) => void;
  readonly stop: CancelSignal;
  readonly softDeadlineMs: number;
  readonly random: () => number;
  /** Asked before each call: a failure means the day's budget for that endpoint is spent. */
  readonly spend: (endpoint: string, accountId: string | null) => Failure | null;
}

/** One question: a path below `/data/v1`, and names for the statistics. */
interface Question {
  readonly endpoint: string;
  readonly path: string;
  readonly accountId: string | null;
  readonly query?: Readonly<Record<string, string>>;
}

interface Opened {
  readonly results: readonly unknown[];
  readonly rawBody: Uint8Array;
  readonly askedAtIso: string;
  readonly elapsedMs: number;
}

/** TrueLayer's Data API v1 as a `BankSource`. Paths and parameters: truelayer.md 2.1. */
export function createTruelayerSource(deps: TruelayerDeps): BankSource {
  const ask = (question: Question): Promise<Result<Opened>> => askBank(deps, question);

  const rowsOf = async (
    account: AskedAccount,
    question: Question,
  ): Promise<Result<BankAnswer<BankTransaction>>> => {
    const opened = await ask(question);
    if (!opened.ok) return opened;
    const { results, ...rest } = opened.value;
    const decoded = results.map((value) => decodeTransaction(value, account));
    const rows = decoded.flatMap((entry) => (entry.ok ? [entry.row] : []));
    const rejected = decoded.flatMap((entry) => (entry.ok ? [] : [entry.detail]));
    return succeeded({ rows, rejected, httpStatus: 200, ...rest });
  };

  return {
    consent: async () => {
      const opened = await ask({ endpoint: 'me', path: 'me', accountId: null });
      return opened.ok ? succeeded(decodeConsent(opened.value.results[0])) : opened;
    },
    accounts: async (kind) => {
      const opened = await ask({ endpoint: family(kind), path: family(kind), accountId: null });
      if (!opened.ok) return opened;
      const decode = kind === 'card' ? decodeCard : decodeAccount;
      return succeeded(opened.value.results.flatMap((value) => decode(value) ?? []));
    },
    transactions: async (account, range) => {
      const answer = await rowsOf(account, {
        ...about(account, 'transactions'),
        query: { from: range.from, to: range.to },
      });
      return !answer.ok && answer.failure.kind === 'range-refused'
        ? failed({ ...answer.failure, ...range })
        : answer;
    },
    pending: (account) => rowsOf(account, about(account, 'transactions/pending')),
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

const about = (account: AskedAccount, what: string): Question => ({
  endpoint: `${family(account.kind)}/${what}`,
  path: `${family(account.kind)}/${encodeURIComponent(account.accountId)}/${what}`,
  accountId: account.accountId,
});

async function askBank(deps: TruelayerDeps, question: Question): Promise<Result<Opened>> {
  const url = new URL(`/data/v1/${question.path}`, deps.apiUrl);
  for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, value);
  const headers = {
    authorization: `Bearer ${deps.accessToken}`,
    ...(deps.psuIp === undefined ? {} : { 'x-psu-ip': deps.psuIp }),
  };
  const spent = deps.spend(question.endpoint, question.accountId);
  if (spent !== null) return failed(spent);
  const startedMs = deps.monotonicMs();
  const askedAtIso = toIso(deps.clock.nowMs());
  const sent = await sendWithRetry({ ...deps, accountId: question.accountId }, async () => {
    const exchange = await deps.send(url, headers);
    const status = exchange.kind === 'answer' ? exchange.status : 0;
    const bytes = exchange.kind === 'answer' ? exchange.bytes : 0;
    deps.emit({ kind: 'api-call', endpoint: question.endpoint, status, ms: exchange.ms, bytes });
    return exchange;
  });
  const body = bodyOf(sent, url.host, deps.clock.nowMs());
  if (!body.ok) return failed(body.failure);
  const envelope = openEnvelope(body.body);
  if (!envelope.ok) return failed(badAnswer(url.host, envelope.detail));
  const elapsedMs = deps.monotonicMs() - startedMs;
  return succeeded({ results: envelope.results, rawBody: body.body, askedAtIso, elapsedMs });
}
