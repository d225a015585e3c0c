import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { backup, backups, restore } from '../../../../src-main/terminal/commands/backups.ts';
import { temporaryFolder } from '../../../support/ledger-fixture.ts';
import { fakeLedgerThread, type FakeLedgerAnswers } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const copy = {
  fileName: 'manual-2026-01-06T09-00-00-000Z.sqlite',
  reason: 'manual',
  madeAt: '2026-01-06T09:00:00.000Z',
  bytes: 1_234_567,
} as const;

function at(answers: FakeLedgerAnswers, json = false) {
  const ledger = fakeLedgerThread(answers);
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  return { ledger, terminal, context };
}

describe('passbook backup', () => {
  test('says where the copy is and how large', async () => {
    const { context, terminal } = at({ 'back-up': () => succeeded({ ...copy, path: '/l/copy.sqlite' }) });
    assert.equal(await backup(context, {}), 0);
    assert.match(terminal.out(), /copied to \/l\/copy\.sqlite \(1\.2 MB\)/);
  });

  test('never writes over a file that is there', async (t) => {
    const out = path.join(temporaryFolder(t), 'holiday.jpg');
    writeFileSync(out, 'a picture');
    const { context, terminal, ledger } = at({});
    assert.equal(await backup(context, { out }), 2);
    assert.match(terminal.err(), /There is a file at .*holiday\.jpg already/);
    assert.deepEqual(ledger.tasks, []);
  });
});

describe('passbook backups', () => {
  test('lists the copies', async () => {
    const { context, terminal } = at({ 'list-backups': () => succeeded([copy]) });
    assert.equal(await backups(context), 0);
    assert.match(terminal.out(), /2026-01-06T09:00:00\.000Z {2}made by you {2}1\.2 MB {2}manual-2026/);
  });

  test('does not open the ledger, which may be what is broken', async () => {
    const { context, terminal, ledger } = at({ 'list-backups': () => succeeded([]) });
    assert.equal(await backups(context), 0);
    assert.match(terminal.out(), /no copies yet/);
    assert.deepEqual(
      ledger.tasks.map(({ kind }) => kind),
      ['list-backups'],
    );
    assert.ok(ledger.isClosed());
  });
});

describe('passbook restore', () => {
  test('says each step in a sentence, or as one object', async () => {
    const steps = [
      { kind: 'set-aside', path: '/l/before.sqlite' },
      { kind: 'restored', from: '/l/copy.sqlite', transactions: 1 },
    ] as const;
    const words = at({ 'restore-backup': () => succeeded({ steps }) });
    assert.equal(await restore(words.context, copy.fileName), 0);
    assert.equal(
      words.terminal.out(),
      'The ledger as it was is kept as /l/before.sqlite.\n' +
        'The copy /l/copy.sqlite is the ledger now, with 1 transaction. The next sync brings what is newer.\n',
    );
    const objects = at({ 'restore-backup': () => succeeded({ steps }) }, true);
    assert.equal(await restore(objects.context, copy.fileName), 0);
    assert.deepEqual(objects.terminal.records(), [{ type: 'restored', steps }]);
  });

  test('tells why it was refused', async () => {
    const failure = { kind: 'backup-unusable', path: '/x', detail: 'it is the ledger itself' } as const;
    const { context, terminal } = at({ 'restore-backup': () => failed(failure) });
    assert.equal(await restore(context, '/x'), 1);
    assert.match(terminal.err(), /it is the ledger itself\. Your ledger was not touched/);
  });
});
