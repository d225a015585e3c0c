import { changeBooks } from '../faults/change-books.ts';
import { errorAnswer } from './answer.ts';
import { faultEffects } from '../faults/fault-effects.ts';
import { readIncoming } from './read-incoming.ts';
import { sendAnswer } from './send-answer.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccountBook } from '../life/account-book.ts';
import type { Answer } from './answer.ts';
import type { CallLog } from './call-log.ts';
import type { Door, Incoming } from './door.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import type { FaultEffects } from '../faults/fault-effects.ts';

/** What every request passes through, on both hosts. */
export interface Reception {
  readonly books: readonly AccountBook[];
  readonly faults: FaultDesk;
  readonly calls: CallLog;
  readonly nowMs: () => number;
  /** A key for a row that a fault adds. */
  readonly nextKey: () => number;
}

/** One host: its doors, the headers of all its answers, and how long it takes before it answers. */
export interface Host {
  readonly findDoor: (incoming: Incoming) => Door;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly latencyMs: number;
}

/** The life of one request: read, find the door, count, let faults fire, answer, send. `signal`: the bank closes. */
export function createListener(reception: Reception, host: Host, signal: AbortSignal) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const incoming = await readIncoming(request);
    if (incoming === null) {
      response.destroy();
      return;
    }
    const door = host.findDoor(incoming);
    const nowMs = reception.nowMs();
    const closeCall = reception.calls.open({
      endpoint: door.target.endpoint,
      method: incoming.method,
      path: incoming.path,
      query: incoming.query.toString(),
      atMs: nowMs,
      psuIp: incoming.headers.get('x-psu-ip') ?? null,
      accountId: door.target.accountId,
      grant: door.target.grant,
    });
    const effects = applyFaults(reception, door, nowMs);
    const answer = withHeaders(
      effects.insteadOf === null || door.takesFaultErrors === true ? door.answer(effects) : effects.insteadOf,
      host.headers(),
    );
    const wire = { ...effects.wire, delayMs: effects.wire.delayMs + host.latencyMs };
    const acceptsGzip = /\bgzip\b/u.test(incoming.headers.get('accept-encoding') ?? '');
    closeCall(await sendAnswer(response, answer, wire, { acceptsGzip, signal }));
  };
}

function applyFaults(reception: Reception, door: Door, nowMs: number): FaultEffects {
  const faults = reception.faults.fire(door.target);
  const book = reception.books.find(({ profile }) => profile.accountId === door.target.accountId);
  if (book !== undefined && faults.length > 0) {
    book.advanceTo(nowMs);
    changeBooks(faults, book, nowMs, reception.nextKey);
  }
  return faultEffects(faults, nowMs, reception.calls.calls.length);
}

const withHeaders = (answer: Answer, headers: Readonly<Record<string, string>>): Answer => ({
  ...answer,
  headers: { ...headers, ...answer.headers },
});

/** For addresses that lead nowhere. */
export const noDoor: Door = {
  target: { endpoint: 'unknown', accountId: null, accountIndex: null, grant: null },
  answer: () => errorAnswer('not_found'),
};
