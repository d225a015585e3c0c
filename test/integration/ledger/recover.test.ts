import assert from 'node:assert/strict';
import { closeSync, openSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import Database from 'better-sqlite3';
import type { RecoveryStep } from '#shared/backups.ts';
import { closeLedgerOfThread } from '../../../src-worker/tasks/thread-ledger.ts';
import { runLedgerTask } from '../../../src-worker/tasks/run-ledger-task.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const pageBytes = 4096;
const nowIso = '2026-11-23T12:00:00.000Z';

/** A small random generator (mulberry32): the same damage for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Overwrites pages of a file, the first one (the header) left out. */
function ruinPages(file: string, count: number, seed: number): void {
  const random = seeded(seed);
  const pages = Math.floor(statSync(file).size / pageBytes);
  const handle = openSync(file, 'r+');
  for (let at = 0; at < count; at++) {
    const noise = Buffer.from(Array.from({ length: pageBytes }, () => Math.floor(random() * 256)));
    writeSync(handle, noise, 0, pageBytes, (1 + Math.floor(random() * (pages - 1))) * pageBytes);
  }
  closeSync(handle);
}

interface LiveRow {
  readonly id: number;
  readonly text: string;
}

function liveRows(file: string): readonly LiveRow[] {
  const db = new Database(file, { readonly: true });
  try {
    return db
      .prepare<[], LiveRow>(
        `SELECT id, account_id || date || amount_minor || description || coalesce(note, '') AS text
         FROM transactions_v1 ORDER BY id`,
      )
      .all();
  } finally {
    db.close();
  }
}

function rebuilt(ledgerPath: string): readonly RecoveryStep[] {
  const done = runLedgerTask({ kind: 'rebuild-ledger', ledgerPath, nowIso });
  assert.ok(done.ok, done.ok ? '' : JSON.stringify(done.failure));
  const checked = runLedgerTask({ kind: 'check-ledger', ledgerPath });
  assert.ok(checked.ok);
  assert.deepEqual(checked.value.problems, []);
  closeLedgerOfThread(ledgerPath);
  return done.value.steps;
}

describe('a damaged ledger', () => {
  test('loses nothing that can be read or is in a stored page, whatever was hit; what is left is sound', (t) =>
    withSyncStage({ accounts: 1, cards: 1, transactions: 900, days: 400, pending: 2 }, async (stage) => {
      await stage.sync();
      const [noted] = stage.query<{ id: number }>('SELECT id FROM transactions_v1 ORDER BY id LIMIT 1');
      const said = await stage.ledger.run({
        kind: 'annotate-transactions',
        ledgerPath: stage.ledgerPath,
        ids: [noted?.id ?? 0],
        change: { note: 'kept through everything' },
        nowIso,
      });
      assert.ok(said.ok);
      const before = liveRows(stage.ledgerPath);
      const folder = path.dirname(stage.ledgerPath);
      const copyTo = async (name: string): Promise<string> => {
        const out = path.join(folder, name);
        const { ledger, ledgerPath } = stage;
        const made = await ledger.run({ kind: 'back-up', ledgerPath, reason: 'manual', out, nowIso });
        assert.ok(made.ok);
        return out;
      };

      let all = 0;
      let kept = 0;
      let told = 0;
      for (const [seed, pages] of [1, 2, 3, 5, 8, 13, 30].entries()) {
        const file = await copyTo(`damaged-${seed}.sqlite`);
        ruinPages(file, pages, seed + 1);
        const steps = rebuilt(file);
        const [first] = steps;
        assert.equal(first?.kind, 'checked');
        // Noise may have hit free pages, or the list of tables, without which nothing can be found.
        if (first.problems === 0 || steps.at(-1)?.kind === 'empty') continue;
        told += 1;
        const known = new Map(before.map((row) => [row.id, row.text]));
        const after = liveRows(file);
        // A row may have lost its note, but no row is another one, and none is there twice.
        const texts = new Set([...known.values()].map((text) => text.replace('kept through everything', '')));
        for (const { text } of after) {
          assert.ok(texts.has(text.replace('kept through everything', '')), `seed ${seed}: ${text}`);
        }
        assert.ok(after.length <= before.length, `seed ${seed}`);
        all += before.length;
        kept += after.length;
        assert.deepEqual(
          steps.map(({ kind }) => kind),
          ['checked', 'set-aside', 'salvaged', 'replayed'],
        );
      }
      assert.ok(told >= 4, `${told} of 7 ledgers were rebuilt`);
      t.diagnostic(`${kept} of ${all} rows were saved from ${told} ledgers`);
      // Rows are in the table and in a stored page: both have to be hit for a row to be lost.
      assert.ok(kept / all > 0.9, `${kept} of ${all} rows`);
    }));

  test('cut off in the middle, with a broken header, or without a copy: each has its way', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 300, days: 200, pending: 0 }, async (stage) => {
      await stage.sync();
      const rows = liveRows(stage.ledgerPath).length;
      const { ledger, ledgerPath } = stage;
      const kinds = (steps: readonly RecoveryStep[]) => steps.map(({ kind }) => kind);
      const made = await ledger.run({ kind: 'back-up', ledgerPath, reason: 'manual', nowIso });
      assert.ok(made.ok);
      await ledger.run({ kind: 'close-ledger', ledgerPath });

      assert.deepEqual(kinds(rebuilt(ledgerPath)), ['checked']);

      truncateSync(ledgerPath, Math.floor(statSync(ledgerPath).size / 2 / pageBytes) * pageBytes);
      // Half a ledger holds less than the copy.
      assert.deepEqual(kinds(rebuilt(ledgerPath)), ['checked', 'set-aside', 'restored']);
      assert.equal(liveRows(ledgerPath).length, rows);

      writeFileSync(ledgerPath, Buffer.alloc(20_000, 'x'));
      assert.deepEqual(kinds(rebuilt(ledgerPath)), ['checked', 'set-aside', 'restored']);
      assert.equal(liveRows(ledgerPath).length, rows);

      const alone = path.join(path.dirname(ledgerPath), 'alone.sqlite');
      writeFileSync(alone, Buffer.alloc(20_000, 'x'));
      assert.deepEqual(kinds(rebuilt(alone)), ['checked', 'set-aside', 'empty']);
      assert.deepEqual(liveRows(alone), []);
      const left = readdirSync(path.dirname(ledgerPath)).filter((name) => /rebuild|restore|part/.test(name));
      assert.deepEqual(left, []);
    }));
});
