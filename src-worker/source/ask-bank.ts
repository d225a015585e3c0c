import type { CancelSignal, Clock } from '#shared/clock.ts';
import { toIso } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { openEnvelope } from './envelope.ts';
import type { SendOnce } from './exchange.ts';
import { badAnswer, bodyOf } from './failure-of-sent.ts';
import type { RateGate } from './rate-gate.ts';
import { type Sent, sendWithRetry } from './send-with-retry.ts';

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
  /** Asked before each call: a failure means that the day's calls of that endpoint are used up. */
  readonly spend: (endpoint: string, accountId: string | null) => Failure | null;
  /** The bank said that there is nothing more to be had of this endpoint before `untilIso`. */
  readonly usedUp: (endpoint: string, accountId: string | null, untilIso: string) => void;
}

/** One question: a path below `/data/v1`, and names for the statistics. */
export interface Question {
  readonly endpoint: string;
  readonly path: string;
  readonly accountId: string | null;
  readonly query?: Readonly<Record<string, string>>;
}

/** An answer whose envelope was opened; its rows are not decoded yet. */
export interface Opened {
  readonly results: readonly unknown[];
  readonly rawBody: Uint8Array;
  readonly askedAtIso: string;
  readonly elapsedMs: number;
}

/** Asks one question to its end: budget, retries, limits, envelope. */
export async function askBank(deps: TruelayerDeps, question: Question): Promise<Result<Opened>> {
  const startedMs = deps.monotonicMs();
  const askedAtIso = toIso(deps.clock.nowMs());
  const sent = await putQuestion(deps, question);
  if (!sent.ok) return sent;
  return openAnswer(deps, sent.value, { startedMs, askedAtIso });
}

/** Counts the call against the day's budget and sends it. */
export async function putQuestion(deps: TruelayerDeps, question: Question): Promise<Result<Sent>> {
  const spent = deps.spend(question.endpoint, question.accountId);
  if (spent !== null) return failed(spent);
  const url = new URL(`/data/v1/${question.path}`, deps.apiUrl);
  for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, value);
  const sent = await sendTo(deps, url, question);
  const failure = failureIn(deps, sent);
  if (failure?.kind === 'daily-limit') {
    deps.usedUp(question.endpoint, question.accountId, failure.untilIso);
  }
  return succeeded(sent);
}

/** One GET with its retries. The bearer goes to the API's own host only: callers hand in no other address. */
export const sendTo = (
  deps: TruelayerDeps,
  url: URL,
  { endpoint, accountId }: Pick<Question, 'endpoint' | 'accountId'>,
): Promise<Sent> =>
  sendWithRetry({ ...deps, accountId }, async () => {
    const exchange = await deps.send(url, {
      authorization: `Bearer ${deps.accessToken}`,
      ...(deps.psuIp === undefined ? {} : { 'x-psu-ip': deps.psuIp }),
    });
    const status = exchange.kind === 'answer' ? exchange.status : 0;
    const bytes = exchange.kind === 'answer' ? exchange.bytes : 0;
    deps.emit({ kind: 'api-call', endpoint, status, ms: exchange.ms, bytes });
    return exchange;
  });

/** The rows of a 200, or what went wrong. */
export function openAnswer(
  deps: TruelayerDeps,
  sent: Sent,
  { startedMs, askedAtIso }: { readonly startedMs: number; readonly askedAtIso: string },
): Result<Opened> {
  const { host } = new URL(deps.apiUrl);
  const body = bodyOf(sent, host, deps.clock.nowMs());
  if (!body.ok) return failed(body.failure);
  const envelope = openEnvelope(body.body);
  if (!envelope.ok) return failed(badAnswer(host, envelope.detail));
  const elapsedMs = deps.monotonicMs() - startedMs;
  return succeeded({ results: envelope.results, rawBody: body.body, askedAtIso, elapsedMs });
}

function failureIn(deps: TruelayerDeps, sent: Sent): Failure | null {
  const body = bodyOf(sent, new URL(deps.apiUrl).host, deps.clock.nowMs());
  return body.ok ? null : body.failure;
}
