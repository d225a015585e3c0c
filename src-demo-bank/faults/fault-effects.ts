import { errorAnswer, jsonAnswer } from '../http/answer.ts';
import { retryAfterHeader } from './retry-after.ts';
import type { Answer } from '../http/answer.ts';
import type { Dressing } from '../data/dressing.ts';
import type { Fault } from './fault-schema.ts';
import type { Wire } from '../http/wire.ts';

/** What all faults that hit one call come to. */
export interface FaultEffects {
  /** Sent instead of doing anything; the first such fault of the file wins. */
  readonly insteadOf: Answer | null;
  /** The `error` value of that answer, where it is one. */
  readonly errorCode: string | null;
  readonly dressing: Dressing;
  readonly wire: Wire;
  /** Wider ranges get `invalid_date_range`. */
  readonly widestDays: number;
  readonly withoutStatus: boolean;
}

const htmlBody =
  '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>502 Bad gateway</h1></body></html>';

/**
 * Puts the faults of one call together. Faults of the books are not here: they are done to the books beforehand.
 * `callNumber`: any number that is another for every call.
 */
export function faultEffects(faults: readonly Fault[], nowMs: number, callNumber: number): FaultEffects {
  const has = (kind: Fault['kind']): boolean => faults.some((fault) => fault.kind === kind);
  const replacing = faults.map((fault) => replacement(fault, nowMs)).find((each) => each !== null);
  return {
    insteadOf: replacing?.answer ?? null,
    errorCode: replacing?.errorCode ?? null,
    dressing: {
      optionalFields: has('null-optional-fields')
        ? 'null'
        : has('missing-optional-fields')
          ? 'missing'
          : 'as-is',
      sevenDigitFractions: has('seven-digit-fractions'),
      wholeAmounts: has('whole-amounts'),
      transactionIdSalt: has('changing-transaction-id') ? callNumber : 0,
    },
    wire: wireOf(faults),
    widestDays: Math.min(
      Number.POSITIVE_INFINITY,
      ...faults.map((fault) => (fault.kind === 'refuse-wide-ranges' ? fault.widestDays : Infinity)),
    ),
    withoutStatus: has('missing-status'),
  };
}

/** What is sent in the place of an answer; `null`: the bank does its work. */
function replacement(
  fault: Fault,
  nowMs: number,
): { readonly answer: Answer; readonly errorCode: string | null } | null {
  if (fault.kind === 'error') {
    const headers = retryAfterHeader(fault.retryAfter, nowMs);
    return { answer: errorAnswer(fault.error, { headers }), errorCode: fault.error };
  }
  if (fault.kind === 'html') {
    const headers = { 'content-type': 'text/html' };
    return { answer: { status: fault.status, headers, body: htmlBody }, errorCode: null };
  }
  if (fault.kind === 'failed-task') {
    return { answer: jsonAnswer(200, { results: [], status: 'Failed' }), errorCode: null };
  }
  // The request never reached the bank: nothing is done, no token is spent.
  if (fault.kind === 'cut' && fault.when === 'before-headers') {
    return { answer: errorAnswer('internal_server_error'), errorCode: null };
  }
  return null;
}

function wireOf(faults: readonly Fault[]): Wire {
  const wire: { -readonly [K in keyof Wire]: Wire[K] } = {
    delayMs: 0,
    bodyMs: 0,
    cut: null,
    mangle: null,
    gzip: false,
  };
  for (const fault of faults) {
    if (fault.kind === 'slow') {
      wire.delayMs += fault.delayMs;
      wire.bodyMs += fault.bodyMs;
    }
    if (fault.kind === 'cut') wire.cut = fault.when;
    if (fault.kind === 'lost-answer') wire.cut = 'before-headers';
    if (fault.kind === 'truncated-json') wire.mangle = 'truncate';
    if (fault.kind === 'broken-json') wire.mangle = 'break';
    if (fault.kind === 'gzip') wire.gzip = true;
  }
  return wire;
}
