import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadBookedCandidates } from '../../../../src-worker/ledger/rows/booked-candidates.ts';
import { loadKnownBooked, loadKnownPending } from '../../../../src-worker/ledger/rows/load-known-rows.ts';
import { loadPendingToSettle } from '../../../../src-worker/ledger/rows/pending-to-settle.ts';
import { withoutSettledByUser } from '../../../../src-worker/ledger/rows/settled-by-user.ts';
import { takeBackTentativeLinks } from '../../../../src-worker/ledger/rows/tentative-links.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, january, nowIso, temporaryLedger } from '../../../support/ledger-fixture.ts';

/** The steps of every statement on `transactions` that `work` runs. */
function planSteps(ledger: Ledger, work: (watched: Ledger['db']) => void): readonly string[] {
  const sources: string[] = [];
  const watched = new Proxy(ledger.db, {
    get: (db, name) => {
      const value: unknown = Reflect.get(db, name);
      if (name !== 'prepare' || typeof value !== 'function') return value;
      return (source: string): unknown => {
        sources.push(source);
        return Reflect.apply(value, db, [source]);
      };
    },
  });
  work(watched);
  return sources
    .filter((source) => source.includes('transactions'))
    .flatMap((source) =>
      ledger.db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
        .all(...Array.from(source.matchAll(/\?/g), () => '[]'))
        .map(({ detail }) => detail),
    );
}

/** By more than the account: its days, a key, or the few that are pending now. */
const narrow =
  /USING (COVERING )?INDEX .*(account_ref=\? AND (date|identity_key|removed_at)|transactions_(pending|became|tentative)|transaction_changes_by_row)/;

describe('the cost of a page follows the page, not the ledger', () => {
  const sent = [bankRow({ normalisedId: 'n', providerId: 'p' }), bankRow({ date: '2026-02-01' })];
  const loads: readonly { what: string; load: (db: Ledger['db']) => unknown }[] = [
    { what: 'rows to compare a window with', load: (db) => loadKnownBooked(db, 1, january, sent) },
    { what: 'rows to compare the pending set with', load: (db) => loadKnownPending(db, 1, sent) },
    { what: 'pending rows whose end is open', load: (db) => loadPendingToSettle(db, 1, nowIso) },
    { what: 'links a pending set decides about', load: (db) => takeBackTentativeLinks(db, 1) },
    { what: 'rows the user settled', load: (db) => withoutSettledByUser(db, 1, sent) },
    { what: 'rows a pending one may have become', load: (db) => loadBookedCandidates(db, 1, sent) },
  ];
  for (const { what, load } of loads) {
    test(`${what} are found by index`, (t) => {
      const ledger = temporaryLedger(t);
      accountIn(ledger).storeWindow(answered(sent));
      const steps = planSteps(ledger, load).filter(
        (step) =>
          !/json_each|VIRTUAL TABLE|SCALAR|CONSTANT ROW|COMPOUND QUERY|LEFT-MOST|UNION ALL/.test(step),
      );
      assert.ok(steps.length > 0);
      for (const step of steps) assert.match(step, narrow);
    });
  }
});
