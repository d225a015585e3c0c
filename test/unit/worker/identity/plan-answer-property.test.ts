import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { addDays, type DayRange } from '#shared/calendar-day.ts';
import type { KnownRow } from '../../../../src-worker/identity/known-row.ts';
import { contentOf } from '../../../../src-worker/identity/fingerprint.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { PaperLedger } from '../../../support/paper-ledger.ts';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;

/** Few values, so that twins, shared ids, churned ids and moved rows all happen often. */
const rowOn = (from: number, to: number): fc.Arbitrary<BankTransaction> =>
  fc
    .record({
      date: fc.integer({ min: from, max: to }).map(day),
      amountMinor: fc.constantFrom(-100, -200),
      normalisedId: fc.constantFrom(null, null, 'a', 'b', 'c', 'd'),
      providerId: fc.constantFrom(null, 'x', 'y', 'z'),
      runningBalanceMinor: fc.constantFrom(null, 7),
    })
    .map(bankRow);

/** As `rowOn`, and a day early or late, filed under another day than its instant's, and respelled. */
const looseRowOn = (from: number, to: number): fc.Arbitrary<BankTransaction> =>
  fc
    .record({
      row: rowOn(from - 1, to + 1),
      isLocalMidnight: fc.constantFrom(false, false, true),
      merchant: fc.constantFrom(null, null, 'M'),
      description: fc.constantFrom('SHOP', 'SHOP', 'SHOP ', 'SHOPPE'),
    })
    .map(({ row, isLocalMidnight, merchant, description }) => {
      const timestampUtc = isLocalMidnight ? `${addDays(row.date, -1)}T23:00:00.000Z` : row.timestampUtc;
      return { ...row, timestampUtc, merchant, description };
    });

interface Answer {
  readonly range: DayRange;
  readonly rows: readonly BankTransaction[];
}

const answerOf = (rowsOn: typeof rowOn): fc.Arbitrary<Answer> =>
  fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 0, max: 5 })).chain(([from, length]) =>
    fc.record({
      range: fc.constant({ from: day(from), to: day(from + length) }),
      rows: fc.array(rowsOn(from, from + length), { maxLength: 7 }),
    }),
  );
const anyAnswer = answerOf(rowOn);
const anyLoading = fc.constantFrom('as-the-ledger' as const, 'everything' as const);

const inRange = ({ from, to }: DayRange, { date }: { date: string }): boolean => date >= from && date <= to;

/** An answer as a person would count it: exact repetitions of a row that has an id are one row. */
function truth(rows: readonly BankTransaction[]): readonly string[] {
  const repeatable = new Set<string>();
  const counted: string[] = [];
  for (const row of rows) {
    if (row.normalisedId !== null || row.providerId !== null) {
      const whole = JSON.stringify(row);
      if (repeatable.has(whole)) continue;
      repeatable.add(whole);
    }
    counted.push(contentOf(row));
  }
  return counted.toSorted();
}

/** Everything that a person or a total could notice. */
const withoutKey = (row: KnownRow): KnownRow => ({ ...row, key: '' });

describe('any sequence of answers', () => {
  test('leaves exactly the last answer on its days, one key a row', () => {
    fc.assert(
      fc.property(anyLoading, fc.array(anyAnswer, { minLength: 1, maxLength: 8 }), (loads, answers) => {
        const ledger = new PaperLedger(loads);
        for (const { range, rows } of answers) {
          ledger.store(range, rows);
          const live = ledger.live.filter((row) => inRange(range, row)).map(contentOf);
          assert.deepEqual(live.toSorted(), truth(rows));
        }
      }),
      { numRuns: 1000 },
    );
  });

  for (const [which, answer] of [
    ['an answer', anyAnswer],
    ['a loose answer, with rows a day outside, midnights and other spellings,', answerOf(looseRowOn)],
  ] as const) {
    test(`says the same of ${which} that comes again: all duplicates, and soon nothing to write`, () => {
      fc.assert(
        fc.property(anyLoading, fc.array(answer, { minLength: 1, maxLength: 6 }), (loads, answers) => {
          const ledger = new PaperLedger(loads);
          for (const { range, rows } of answers) {
            ledger.store(range, rows);
            const before = ledger.rows.map(withoutKey);
            const again = ledger.store(range, rows);
            assert.deepEqual([again.duplicates, again.remove.length], [rows.length, 0]);
            assert.deepEqual(ledger.rows.map(withoutKey), before);
            // The first repetition may still hand a better key to a row, now that another row has given it up.
            assert.equal(ledger.store(range, rows).refresh.length, 0);
          }
        }),
        { numRuns: 1000 },
      );
    });
  }

  test('an id handed on to rows of other days takes no twin away from the answer that comes again', () => {
    const ledger = new PaperLedger('everything');
    const row = (n: number, amountMinor: number, normalisedId: string | null, providerId: string | null) =>
      bankRow({ date: day(n), amountMinor, normalisedId, providerId });
    ledger.store({ from: day(3), to: day(6) }, [row(3, -200, null, 'x'), row(3, -100, 'b', 'x')]);
    ledger.store({ from: day(6), to: day(7) }, [
      row(6, -200, 'c', null),
      row(6, -100, 'b', null),
      row(7, -200, 'c', 'x'),
    ]);
    ledger.store({ from: day(2), to: day(4) }, [row(2, -100, 'c', null)]);
    const asked = { from: day(6), to: day(6) };
    const sent = [row(6, -200, 'c', null), row(6, -200, null, 'x')];
    ledger.store(asked, sent);
    const again = ledger.store(asked, sent);
    assert.deepEqual([again.duplicates, again.remove.length], [2, 0]);
  });

  test('leaves an id to the twin whose key it is, where another twin carries it from an answer that shared it', () => {
    const ledger = new PaperLedger();
    const row = (n: number, normalisedId: string | null, providerId: string | null): BankTransaction =>
      bankRow({ date: day(n), amountMinor: -100, normalisedId, providerId });
    ledger.store({ from: day(3), to: day(5) }, [row(3, 'd', null), row(3, 'd', 'y'), row(3, 'b', null)]);
    ledger.store({ from: day(2), to: day(6) }, [row(2, 'b', 'y')]);
    const asked = { from: day(1), to: day(1) };
    const sent = [row(1, 'd', null), row(1, null, 'y')];
    ledger.store(asked, sent);
    const again = ledger.store(asked, sent);
    assert.deepEqual([again.duplicates, again.remove.length], [2, 0]);
  });

  test('counts every sent row once', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 5 }), (answers) => {
        const ledger = new PaperLedger();
        for (const { range, rows } of answers) {
          const { insert, amend, revive, duplicates } = ledger.store(range, rows);
          assert.equal(insert.length + amend.length + revive.length + duplicates, rows.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('rows without ids are never touched on days that were not asked', () => {
    const unnamed = anyAnswer.map(({ range, rows }) => ({
      range,
      rows: rows.map((row) => ({ ...row, normalisedId: null, providerId: null })),
    }));
    fc.assert(
      fc.property(fc.array(unnamed, { minLength: 1, maxLength: 8 }), (answers) => {
        const ledger = new PaperLedger();
        for (const { range, rows } of answers) {
          const outside = ledger.live.filter((row) => !inRange(range, row));
          ledger.store(range, rows);
          assert.deepEqual(
            ledger.live.filter((row) => !inRange(range, row)),
            outside,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
