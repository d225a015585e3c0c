import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { failed } from '#shared/result.ts';
import { diagnostics } from '../../../../src-main/terminal/commands/diagnostics.ts';
import { temporaryFolder } from '../../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

test('passbook diagnostics leaves a file that is there, and tells it from a folder that is not', async (t) => {
  const createLedger = () =>
    fakeLedgerThread({ 'gather-diagnostics': () => failed({ kind: 'ledger-busy', path: 'x' }) });
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { parts: fakeParts({ createLedger }) });
  const folder = temporaryFolder(t);
  const out = path.join(folder, 'report.json');
  writeFileSync(out, 'mine');
  assert.equal(await diagnostics(context, { out }), 1);
  assert.match(terminal.err(), /There is a file at \S+report\.json already\./);
  assert.doesNotMatch(terminal.err(), /cannot be written/);
  assert.equal(readFileSync(out, 'utf8'), 'mine');
  assert.equal(await diagnostics(context, { out: path.join(folder, 'not', 'there.json') }), 1);
  assert.match(terminal.err(), /there\.json cannot be written/);
});
