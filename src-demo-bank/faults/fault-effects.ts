import { assertNever } from '#shared/assert-never.ts';
import { errorAnswer } from '../http/answer.ts';
import { plainDressing } from '../data/dressing.ts';
import { retryAfterHeader } from './retry-after.ts';
import { plainWire } from '../http/wire.ts';
import type { Answer } from '../http/answer.ts';
import type { Dressing } from '../data/dressing.ts';
import type { Fault } from './fault-schema.ts';
import type { Wire } from '../http/wire.ts';

/** What all faults that hit one call come to. */
export interface FaultEffects {
  /** Sent instead of doing anything; the first such fault wins. */
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
  let insteadOf: Answer | null = null;
  let errorCode: string | null = null;
  let dressing: Dressing = plainDressing;
  let wire: Wire = plainWire;
  let widestDays = Number.POSITIVE_INFINITY;
  let withoutStatus = false;
  for (const fault of faults) {
    switch (fault.kind) {
      case 'error':
        if (insteadOf !== null) break;
        insteadOf = errorAnswer(fault.error, { headers: retryAfterHeader(fault.retryAfter, nowMs) });
        errorCode = fault.error;
        break;
      case 'html':
        insteadOf ??= { status: fault.status, headers: { 'content-type': 'text/html' }, body: htmlBody };
        break;
      case 'slow':
        wire = { ...wire, delayMs: wire.delayMs + fault.delayMs, bodyMs: wire.bodyMs + fault.bodyMs };
        break;
      case 'cut':
        wire = { ...wire, cut: fault.when };
        // The request never reached the bank: nothing is done, no token is spent.
        if (fault.when === 'before-headers') insteadOf ??= errorAnswer('internal_server_error');
        break;
      case 'lost-answer':
        wire = { ...wire, cut: 'before-headers' };
        break;
      case 'truncated-json':
        wire = { ...wire, mangle: 'truncate' };
        break;
      case 'broken-json':
        wire = { ...wire, mangle: 'break' };
        break;
      case 'gzip':
        wire = { ...wire, gzip: true };
        break;
      case 'missing-optional-fields':
        dressing = { ...dressing, optionalFields: 'missing' };
        break;
      case 'null-optional-fields':
        dressing = { ...dressing, optionalFields: 'null' };
        break;
      case 'seven-digit-fractions':
        dressing = { ...dressing, sevenDigitFractions: true };
        break;
      case 'whole-amounts':
        dressing = { ...dressing, wholeAmounts: true };
        break;
      case 'changing-transaction-id':
        dressing = { ...dressing, transactionIdSalt: callNumber };
        break;
      case 'missing-status':
        withoutStatus = true;
        break;
      case 'refuse-wide-ranges':
        widestDays = Math.min(widestDays, fault.widestDays);
        break;
      case 'settle-pending':
      case 'late-row':
        break;
      default:
        assertNever(fault);
    }
  }
  return { insteadOf, errorCode, dressing, wire, widestDays, withoutStatus };
}
