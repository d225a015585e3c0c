import assert from 'node:assert/strict';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { findWantedRows } from '../../../src-worker/ledger/replay/wanted-rows.ts';
import { decodePage } from '../../../src-worker/source/decode-rows.ts';

/**
 * The stored pages, read again by the same matcher, come to the very rows that are there. Where a sync was undone, rows
 * remember things no page tells any more (an id, what a pending row was thought to become): then to rows that say the same.
 */
export function assertReplayFindsNothing({ db }: Ledger): void {
  const accountRefs = db.prepare<[], number>('SELECT ref FROM accounts').pluck().all();
  const wasUndone = db.prepare('SELECT 1 FROM jobs WHERE undone_at IS NOT NULL').get() !== undefined;
  const { differences } = findWantedRows(db, { accountRefs }, decodePage);
  const found = wasUndone
    ? differences.filter(({ kind }) => kind !== 'refreshed' && kind !== 'relinked')
    : differences;
  assert.deepEqual(found, [], 'a replay of the same pages changes nothing');
}
