import assert from 'node:assert/strict';
import { toIso } from '#shared/clock.ts';
import { pageOfList } from '../../../src-worker/ledger/list/page-of-list.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../src-worker/ledger/overlay/annotate-transactions.ts';
import type { AnnotateStep } from './life-step.ts';

/** What the user has said in a life: row -> note. */
export type SaidNotes = Map<number, string>;

/** Writes a note of its own about one of the rows there are, live or not. */
export function annotateRow(ledger: Ledger, { pick }: AnnotateStep, said: SaidNotes, nowMs: number): void {
  const refs = ledger.db.prepare<[], number>('SELECT ref FROM transactions ORDER BY ref').pluck().all();
  const ref = refs[refs.length - 1 - (pick % Math.max(1, refs.length))];
  if (ref === undefined) return;
  const note = `note${String(said.size)}of${String(ref)}`;
  annotateTransactions(ledger, [ref], { note }, toIso(nowMs));
  said.set(ref, note);
}

interface Shown {
  readonly ref: number;
  readonly becameRef: number | null;
  readonly isLive: number;
  readonly note: string | null;
}

/**
 * Each note is still what was said about its row, shows there and on the booked row it became unless that has one of its own, nowhere else,
 * and is found by searching for it. Every row is in the index of words.
 */
export function assertNotesKept(ledger: Ledger, said: SaidNotes): void {
  const { db } = ledger;
  const kept = db.prepare<[], [number, string]>('SELECT transaction_ref, note FROM overlays').raw().all();
  assert.deepEqual(new Map(kept), said, 'what was said');
  const rows = db
    .prepare<[], Shown>(
      `SELECT t.ref, t.became_ref AS becameRef, t.removed_at IS NULL AS isLive, o.note FROM transactions t
       LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref ORDER BY t.ref`,
    )
    .all();
  const expected = new Map<number, string>();
  for (const { ref, becameRef } of rows) {
    const note = said.get(ref);
    if (note !== undefined && becameRef !== null) expected.set(becameRef, note);
  }
  for (const [ref, note] of said) expected.set(ref, note);
  const shown = rows.flatMap(({ ref, note }) => (note === null ? [] : [[ref, note] as const]));
  assert.deepEqual(new Map(shown), expected, 'what is shown');
  const sort = { by: 'date', order: 'descending' } as const;
  for (const note of new Set(expected.values())) {
    const { rows: found } = pageOfList(ledger, { filter: { search: note }, sort, offset: 0, limit: 500 });
    const live = rows.filter((row) => row.isLive === 1 && expected.get(row.ref)?.startsWith(note) === true);
    assert.deepEqual(
      found.map(({ id }) => id).toSorted(ascending),
      live.map(({ ref }) => ref),
      'what is found',
    );
  }
  const indexed = db.prepare('SELECT count(*) FROM transaction_words_docsize').pluck().get();
  assert.equal(indexed, rows.length, 'rows in the index of words');
}

const ascending = (a: number, b: number): number => a - b;
