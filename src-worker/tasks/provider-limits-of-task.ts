import { utcDay } from '#shared/calendar-day.ts';
import { type Clock, toIso } from '#shared/clock.ts';
import { historyWindowEnd } from '#shared/history-window.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { SyncTask } from '#shared/sync-tasks.ts';
import { spendUnattendedCall } from '../ledger/call-budget.ts';
import { rememberStop, stoppedUntil } from '../ledger/daily-stops.ts';
import { ledgerFailure } from '../ledger/ledger-failure.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import { countRateLimit, recallPause, rememberPause } from '../ledger/provider-limits.ts';
import type { TruelayerDeps } from '../source/ask-bank.ts';
import { startOfTomorrow } from '../source/failure-of-sent.ts';
import type { RateGate } from '../source/rate-gate.ts';

/** A provider's limits as one task meets them: the shared gate, and what the ledger remembers of other runs. */
export interface ProviderLimits extends Pick<TruelayerDeps, 'gate' | 'spend' | 'usedUp'> {
  /**
   * Hears what the task tells: counts each 429 when it comes, since a run may be killed later, and how many pages
   * are still to come, since the pace has to bring them home while the bank serves old history.
   */
  readonly hear: (event: SyncEvent) => void;
  /** Remembers the pace for the next run. */
  readonly close: () => void;
}

/**
 * Brings the pace that earlier runs learnt to the gate, and takes home what this one learns. The two budgets: without
 * the user present banks allow four calls a day, account and endpoint (PSD2), counted before they are made; and what
 * a bank has declared used up for today is not asked again (design, section 5).
 */
export function openProviderLimits(
  ledger: Ledger,
  task: SyncTask,
  gate: RateGate,
  clock: Clock,
): ProviderLimits {
  const connectionId = task.connection.id;
  const attended = task.psuIp !== undefined;
  const knownMs = recallPause(ledger, connectionId, clock.nowMs());
  gate.recall(knownMs);
  const closesAtMs = Date.parse(historyWindowEnd(task.connection.consentCreatedAt, clock.nowMs()) ?? '');
  let ahead = 0;
  const expect = (calls: number): void => {
    if (Number.isNaN(closesAtMs)) return;
    gate.expect(calls - ahead, closesAtMs);
    ahead = calls;
  };
  const asked = (endpoint: string, accountId: string | null) => ({
    connectionId,
    accountId: accountId ?? '',
    endpoint,
    attended,
  });
  return {
    gate,
    spend: (endpoint, accountId) => {
      const nowMs = clock.nowMs();
      const untilIso = stoppedUntil(ledger, asked(endpoint, accountId), toIso(nowMs));
      if (untilIso !== null) return { kind: 'daily-limit', untilIso, decidedBy: 'bank' };
      const call = { ...asked(endpoint, accountId), day: utcDay(nowMs) };
      if (attended || spendUnattendedCall(ledger, call).allowed) return null;
      return { kind: 'daily-limit', untilIso: startOfTomorrow(nowMs), decidedBy: 'passbook' };
    },
    usedUp: (endpoint, accountId, untilIso) => rememberStop(ledger, asked(endpoint, accountId), untilIso),
    hear: (event) => {
      if (event.kind === 'api-call' && event.status === 429) {
        countRateLimit(ledger, connectionId, utcDay(clock.nowMs()));
      }
      if ('pagesAhead' in event) expect(event.pagesAhead);
    },
    close: () => {
      expect(0);
      const pauseMs = gate.intervalMs();
      if (pauseMs === knownMs) return;
      try {
        rememberPause(ledger, connectionId, pauseMs, toIso(clock.nowMs()));
      } catch (error) {
        // The task's own end counts; a pace that could not be written is learnt again.
        if (ledgerFailure(error, task.ledgerPath) === null) throw error;
      }
    },
  };
}
