import * as z from 'zod';
import { toIso } from '#shared/clock.ts';
import { failed, type Result } from '#shared/result.ts';
import { askLaterUri } from './ask-later-uri.ts';
import {
  type Opened,
  openAnswer,
  putQuestion,
  type Question,
  sendTo,
  type TruelayerDeps,
} from './ask-bank.ts';
import type { Sent } from './send-with-retry.ts';

/** Between the polls; the last one repeats. TrueLayer names no times. */
const pollAfterMs = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** A bank that has not answered TrueLayer by then will not. */
const longestPollingMs = 10 * 60_000;

const queuedSchema = z.object({ results_uri: z.string() });
const stateSchema = z.object({ status: z.string() });

/**
 * Asks with `async=true` (truelayer.md 3): TrueLayer asks the bank for as long as that takes and keeps the answer,
 * which is then fetched. For what a bank cannot answer in the time of one request. A server that does not know the
 * parameter answers at once, which is as good.
 *
 * Failures besides the usual ones: `bank-timeout` when the bank fails or needs too long in this way as well.
 */
export async function askLater(deps: TruelayerDeps, question: Question): Promise<Result<Opened>> {
  const at = { startedMs: deps.monotonicMs(), askedAtIso: toIso(deps.clock.nowMs()) };
  const sent = await putQuestion(deps, { ...question, query: { ...question.query, async: 'true' } });
  if (!sent.ok) return sent;
  const queued = bodyWithStatus(sent.value, 202);
  if (queued === null) return openAnswer(deps, sent.value, at);
  const uri = askLaterUri(deps.apiUrl, read(queuedSchema, queued)?.results_uri);
  if (!uri.ok) return uri;
  return pollResults(deps, uri.value, question, at);
}

async function pollResults(
  deps: TruelayerDeps,
  uri: URL,
  { accountId }: Question,
  at: { readonly startedMs: number; readonly askedAtIso: string },
): Promise<Result<Opened>> {
  const { clock, stop } = deps;
  const latestMs = Math.min(clock.nowMs() + longestPollingMs, deps.softDeadlineMs);
  for (let poll = 0; ; poll += 1) {
    const waitMs = pollAfterMs[Math.min(poll, pollAfterMs.length - 1)] ?? 0;
    if (clock.nowMs() + waitMs > latestMs) return failed({ kind: 'bank-timeout' });
    await waitVisibly(deps, accountId, waitMs);
    if (stop.aborted) return failed({ kind: 'cancelled' });
    const sent = await sendTo(deps, uri, { endpoint: 'results', accountId });
    const body = bodyWithStatus(sent, 200);
    const state = body === null ? null : read(stateSchema, body)?.status;
    if (state === 'Failed') return failed({ kind: 'bank-timeout' });
    if (state !== 'Queued' && state !== 'Running') return openAnswer(deps, sent, at);
  }
}

/** Shown like any other wait; `attempt` 0: nothing is tried again. */
async function waitVisibly(
  { clock, emit, stop }: TruelayerDeps,
  accountId: string | null,
  waitMs: number,
): Promise<void> {
  const startedMs = clock.nowMs();
  const waiting = { cause: 'bank-error', untilIso: toIso(startedMs + waitMs) } as const;
  emit({ kind: 'waiting', accountId, waiting, waitMs, attempt: 0, attempts: 0, status: 202 });
  await clock.sleep(waitMs, stop);
  emit({ kind: 'wait-over', accountId, cause: 'bank-error', waitedMs: clock.nowMs() - startedMs });
}

const bodyWithStatus = (sent: Sent, status: number): Uint8Array | null =>
  sent.kind === 'exchange' && sent.exchange.kind === 'answer' && sent.exchange.status === status
    ? sent.exchange.body
    : null;

function read<T>(schema: z.ZodType<T>, body: Uint8Array): T | null {
  try {
    const decoded = schema.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return decoded.success ? decoded.data : null;
  } catch {
    return null;
  }
}
