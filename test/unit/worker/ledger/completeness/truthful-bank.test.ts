import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import { readAnswerLog } from '../../../../../src-worker/ledger/completeness/answer-log.ts';
import {
  type BalanceReading,
  explainBalances,
} from '../../../../../src-worker/ledger/completeness/explain-balances.ts';
import { type RunningRow } from '../../../../../src-worker/ledger/completeness/day-figures.ts';
import { followRunning } from '../../../../../src-worker/ledger/completeness/follow-running.ts';
import type { MoneyMove } from '../../../../../src-worker/ledger/completeness/money-move.ts';
import { placeMoves } from '../../../../../src-worker/ledger/completeness/place-moves.ts';

const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 0, 1);
const isoAt = (hour: number): string => new Date(startMs + hour * hourMs).toISOString();

/** A payment: when the bank's balance takes it, and how many days earlier it is dated. */
interface Payment {
  readonly bookedHour: number;
  readonly daysBack: number;
  readonly amountMinor: number;
}

/** No selection of other amounts, added or taken away twice even, makes up any one of these. */
const lonelyAmount = (index: number, sign: 1 | -1): number => sign * 5 ** index;

const life = fc
  .record({
    payments: fc.array(
      fc.record({
        bookedHour: fc.integer({ min: 0, max: 60 * 24 }),
        daysBack: fc.integer({ min: 0, max: 5 }),
        sign: fc.constantFrom<1 | -1>(1, -1),
      }),
      { minLength: 1, maxLength: 18 },
    ),
    syncHours: fc.uniqueArray(fc.integer({ min: 24, max: 60 * 24 }), { minLength: 2, maxLength: 12 }),
    which: fc.nat(),
  })
  .map(({ payments, syncHours, which }) => ({
    payments: payments.map(({ sign, ...rest }, index): Payment => ({
      ...rest,
      amountMinor: lonelyAmount(index, sign),
    })),
    syncHours: syncHours.toSorted((a, b) => a - b),
    which,
  }));

/** What a ledger that synced at those hours has to show. Each sync asks for all days. */
function ledgerOf(
  payments: readonly Payment[],
  syncHours: readonly number[],
): {
  readonly readings: readonly BalanceReading[];
  readonly moves: readonly (MoneyMove & { payment: Payment })[];
} {
  const readings = syncHours.map((hour) => ({
    atIso: isoAt(hour),
    minor: payments.reduce((sum, each) => (each.bookedHour <= hour ? sum + each.amountMinor : sum), 1000),
  }));
  const moves = payments.flatMap((payment) => {
    const learnt = syncHours.find((hour) => payment.bookedHour <= hour);
    if (learnt === undefined) return [];
    const day = addDays(utcDay(startMs + payment.bookedHour * hourMs), -payment.daysBack);
    return [
      { day, amountMinor: payment.amountMinor, learntIso: isoAt(learnt), what: 'came' as const, payment },
    ];
  });
  return { readings, moves };
}

/** Each sync asks for all days until its own. */
const answersOf = (syncHours: readonly number[]) =>
  readAnswerLog(
    syncHours.map((hour) => ({ from: '2025-12-25', to: isoAt(hour).slice(0, 10), askedAtIso: isoAt(hour) })),
  );

describe('a bank that tells the truth', () => {
  test('is found complete, whenever it is asked and however late it books', () => {
    fc.assert(
      fc.property(life, ({ payments, syncHours }) => {
        const { readings, moves } = ledgerOf(payments, syncHours);
        assert.deepEqual(explainBalances(readings, placeMoves(moves, answersOf(syncHours))), []);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves exactly a lost row unexplained, between the balances around it', () => {
    fc.assert(
      fc.property(life, ({ payments, syncHours, which }) => {
        const { readings, moves } = ledgerOf(payments, syncHours);
        const firstHour = syncHours[0] ?? 0;
        const later = moves.filter(({ payment }) => payment.bookedHour > firstHour);
        fc.pre(later.length > 0);
        const lost = later[which % later.length];
        assert.ok(lost !== undefined);
        const kept = moves.filter((move) => move !== lost);
        const gaps = explainBalances(readings, placeMoves(kept, answersOf(syncHours)));
        assert.deepEqual(
          gaps.map(({ amountMinor }) => amountMinor),
          [lost.amountMinor],
        );
        const [gap] = gaps;
        const bookedIso = isoAt(lost.payment.bookedHour);
        assert.ok(gap !== undefined && gap.after.atIso < bookedIso && bookedIso <= gap.before.atIso);
      }),
      { numRuns: 500 },
    );
  });

  const rows = fc
    .array(fc.record({ step: fc.integer({ min: 0, max: 3 }), sign: fc.constantFrom<1 | -1>(1, -1) }), {
      minLength: 3,
      maxLength: 18,
    })
    .map((payments) => {
      let day = '2026-01-01';
      let held = 1000;
      return payments.map(({ step, sign }, index): RunningRow => {
        day = addDays(day, step);
        held += lonelyAmount(index, sign);
        return { day, amountMinor: lonelyAmount(index, sign), runningMinor: held };
      });
    });

  test('gives running balances that go on from row to row, in whatever order a day is listed', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(), { minLength: 18, maxLength: 18 }), (booked, orders) => {
        const shuffled = booked
          .map((row, index) => ({ row, order: orders[index] ?? 0 }))
          .toSorted((a, b) => (a.row.day < b.row.day ? -1 : a.row.day > b.row.day ? 1 : a.order - b.order))
          .map(({ row }) => row);
        assert.deepEqual(followRunning(shuffled).gaps, []);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves exactly a lost row unexplained where its running balances part', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (booked, which) => {
        const index = 1 + (which % (booked.length - 2));
        const lost = booked[index];
        assert.ok(lost !== undefined);
        const { gaps } = followRunning(booked.toSpliced(index, 1));
        assert.deepEqual(
          gaps.map(({ amountMinor }) => amountMinor),
          [lost.amountMinor],
        );
        const [gap] = gaps;
        assert.ok(gap !== undefined && gap.from <= lost.day && lost.day <= gap.to);
      }),
      { numRuns: 500 },
    );
  });
});
