import type { TestContext } from 'node:test';
import type { DayRange } from '#shared/calendar-day.ts';
import { openAccountLedger } from '../../src-worker/ledger/account-ledger-on-sqlite.ts';
import type { Ledger } from '../../src-worker/ledger/open-ledger.ts';
import { decodePage } from '../../src-worker/source/decode-rows.ts';
import { accountIn, january, startJob, temporaryLedger } from './ledger-fixture.ts';

/** A row as TrueLayer sends it, in short: day, amount in pounds, text, and an id where the bank gives one. */
export type SentRow = readonly [day: string, amount: number, description: string, id?: string];

/** What one sync of account `acc` hears. */
export interface HeardSync {
  readonly days?: DayRange;
  /** Absent: no window is asked. */
  readonly booked?: readonly SentRow[];
  /** Absent: the pending set is not asked. */
  readonly pending?: readonly SentRow[];
  readonly refused?: DayRange;
}

/** A ledger with account `acc`, and syncs whose pages are what a bank would really send, so that they can be read again. */
export interface PageStage {
  readonly ledger: Ledger;
  /** Stores one sync, an hour after the one before; answers with its job. */
  readonly sync: (heard: HeardSync) => string;
  /** A moment after the last sync. */
  readonly laterIso: () => string;
  /** Live rows as `day amount text [status]`, in order. */
  readonly rows: () => readonly string[];
}

const hourMs = 3_600_000;

/** @see PageStage */
export function pageStage(t: TestContext): PageStage {
  const ledger = temporaryLedger(t);
  accountIn(ledger);
  let nowMs = Date.parse('2026-01-20T10:00:00Z');
  const iso = (): string => new Date(nowMs).toISOString();
  return {
    ledger,
    laterIso: () => new Date(nowMs + hourMs / 2).toISOString(),
    sync: ({ days = january, booked, pending, refused }) => {
      nowMs += hourMs;
      const jobId = startJob(ledger);
      const at = openAccountLedger(ledger, { connectionId: 'c1', accountId: 'acc', jobId, nowIso: iso });
      if (refused !== undefined) at.storeRefusal(refused, 'old-history-refused', iso());
      if (booked !== undefined) at.storeWindow({ ...answerOf(booked, iso()), range: days });
      if (pending !== undefined) at.storePending(answerOf(pending, iso()));
      ledger.db
        .prepare(`UPDATE jobs SET status = 'completed', finished_at = ? WHERE id = ?`)
        .run(iso(), jobId);
      return jobId;
    },
    rows: () =>
      ledger.db
        .prepare<[], string>(
          `SELECT date || ' ' || amount_minor || ' ' || description || iif(status = 'pending', ' pending', '')
           FROM transactions_v1 ORDER BY date, amount_minor, id`,
        )
        .pluck()
        .all(),
  };
}

function answerOf(rows: readonly SentRow[], askedAtIso: string) {
  const results = rows.map(([day, amount, description, id]) => ({
    transaction_id: `${day} ${String(amount)}`,
    timestamp: `${day}T00:00:00Z`,
    amount: Math.abs(amount),
    currency: 'GBP',
    transaction_type: amount < 0 ? 'DEBIT' : 'CREDIT',
    transaction_category: 'PURCHASE',
    description,
    ...(id === undefined ? {} : { normalised_provider_transaction_id: id }),
  }));
  const rawBody = Buffer.from(JSON.stringify({ results, status: 'Succeeded' }));
  const decoded = decodePage(rawBody, { kind: 'account', currency: 'GBP' });
  if (decoded === null) throw new Error('the stage sends pages nobody can open');
  return { rows: decoded.rows, rejectedRows: decoded.rejected.length, rawBody, httpStatus: 200, askedAtIso };
}
