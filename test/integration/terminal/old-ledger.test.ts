import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { allMigrations } from '../../../src-worker/ledger/migrations/all-migrations.ts';
import { openLedger } from '../../../src-worker/ledger/open-ledger.ts';
import { nowIso } from '../../support/ledger-fixture.ts';
import { runPassbook } from '../../support/terminal/run-passbook.ts';

test('a ledger of an older Passbook is brought up to date in sight, on stderr, and told where it is kept as it was', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'passbook-old-ledger-'));
  t.after(() => rmSync(home, { recursive: true }));
  const ledger = join(home, 'old.sqlite');
  const old = openLedger(ledger, nowIso, allMigrations.slice(0, 7));
  assert.ok(old.ok);
  old.value.close();

  const first = await runPassbook(['jobs', '--json', '--ledger', ledger], { home });
  assert.equal(first.code, 0);
  assert.equal(first.out, '');
  const copy = readdirSync(home).find((name) => /^old\.sqlite\.v7-.*\.bak$/.test(name)) ?? 'no copy';
  const lines = first.err.trimEnd().split('\n');
  const steps = allMigrations.length - 7 + 1;
  assert.equal(
    lines[0],
    `Bringing your ledger up to date. Step 1 of ${String(steps)}: copying it. A copy of it as it was will be kept in ${join(home, copy)}.`,
  );
  assert.equal(
    lines.at(-1),
    `Your ledger is up to date. A copy of it as it was is kept in ${join(home, copy)}.`,
  );

  const again = await runPassbook(['jobs', '--json', '--ledger', ledger], { home });
  assert.deepEqual([again.code, again.out, again.err], [0, '', '']);
});
