import assert from 'node:assert/strict';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import { windowDays } from '../../src-worker/identity/asked-days.ts';
import { classificationJson } from '../../src-worker/identity/compare-rows.ts';
import type { KnownRow } from '../../src-worker/identity/known-row.ts';
import { type AnswerPlan, planAnswer } from '../../src-worker/identity/plan-answer.ts';

/** Applies plans in memory, under the same constraint as the schema: one row a key. */
export class PaperLedger {
  #rows: readonly KnownRow[] = [];
  #nextRef = 1;
  readonly #loadsEverything: boolean;

  /** How much of it an answer is compared with. What the matcher guarantees holds for both. */
  constructor(loads: 'as-the-ledger' | 'everything' = 'as-the-ledger') {
    this.#loadsEverything = loads === 'everything';
  }

  /** Live and removed, oldest key first. */
  get rows(): readonly KnownRow[] {
    return this.#rows;
  }

  get live(): readonly KnownRow[] {
    return this.#rows.filter((row) => row.live);
  }

  /** Stores an answer. */
  store(range: DayRange, sent: readonly BankTransaction[], isWhole = true): AnswerPlan {
    const known = this.#knownTo(range, sent);
    const plan = planAnswer({ known, sent, asked: windowDays(range), space: '', isWhole });
    const rewritten = new Map(
      [...plan.amend, ...plan.revive, ...plan.refresh].map((rewrite) => [rewrite.known.ref, rewrite]),
    );
    const removed = new Set(plan.remove.map(({ ref }) => ref));
    const kept = this.#rows.map((row) => {
      const rewrite = rewritten.get(row.ref);
      if (rewrite !== undefined) return toKnown(row.ref, rewrite, row);
      return removed.has(row.ref) ? { ...row, live: false } : row;
    });
    const inserted = plan.insert.map((insert) => toKnown(this.#nextRef++, insert));
    this.#rows = [...kept, ...inserted];
    const keys = this.#rows.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length, 'two rows with one key');
    return plan;
  }

  /** What the real ledger loads: the days asked, the days of sent rows, and who holds the key of a sent id. */
  #knownTo({ from, to }: DayRange, sent: readonly BankTransaction[]): readonly KnownRow[] {
    if (this.#loadsEverything) return this.#rows;
    const days = new Set(sent.map(({ date }) => date));
    const keys = new Set(sent.flatMap((row) => [`n:${row.normalisedId}`, `p:${row.providerId}`]));
    return this.#rows.filter(
      ({ date, key }) => (date >= from && date <= to) || days.has(date) || keys.has(key),
    );
  }
}

function toKnown(
  ref: number,
  { key, sent, edge }: { readonly key: string; readonly sent: BankTransaction; readonly edge: boolean },
  before?: KnownRow,
): KnownRow {
  const { transactionId: _, classification, ...content } = sent;
  return {
    ...content,
    normalisedId: sent.normalisedId ?? before?.normalisedId ?? null,
    providerId: sent.providerId ?? before?.providerId ?? null,
    classificationJson: classificationJson(classification),
    ref,
    key,
    edge,
    live: true,
    becameRef: null,
  };
}
