import assert from 'node:assert/strict';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { runTerminal } from '../../../../src-main/terminal/run-terminal.ts';
import type { Parts } from '../../../../src-main/terminal/parts.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';

/** A path in no folder, so that no log is written; and one that exists, for commands that only read. */
const nowhere = join(tmpdir(), 'passbook-no-such-folder', 'ledger.sqlite');
const folder = mkdtempSync(join(tmpdir(), 'passbook-run-terminal-'));
const existing = join(folder, 'ledger.sqlite');
writeFileSync(existing, '');
after(() => rmSync(folder, { recursive: true }));

async function run(argv: readonly string[], parts: Parts = fakeParts(), env: Record<string, string> = {}) {
  const terminal = fakeSurroundings({ env });
  const code = await runTerminal(argv, terminal, parts);
  return { code, out: terminal.out(), err: terminal.err(), terminal };
}

describe('what cannot be parsed is one sentence with a way on, and exit code 2', () => {
  const lines: readonly (readonly [argv: string, sentence: RegExp])[] = [
    ['frobnicate', /^Unknown command 'frobnicate'\./],
    ['snyc', /Did you mean sync\?/],
    ['sync --frm 2026-01-01', /^Unknown option '--frm'.*"passbook sync --help"/],
    ['sync --from 2026-02-30', /must be a day that exists/],
    ['sync --workers 0', /whole number from 1 to 16/],
    ['sync --workers 17', /whole number from 1 to 16/],
    ['sync --connection', /argument missing/],
    ['sync now', /^Too many arguments/],
    ['jobs a b', /^Too many arguments/],
    ['connect', /^Required option '--env/],
    ['connect --env moon --client-id x', /Allowed choices are sandbox, live, custom/],
    ['connect --env live', /^Required option '--client-id/],
    ['transactions --limit many', /whole number/],
    ['export --format csv', /^Required option '--out/],
    ['accounts --now yesterday', /must be a moment that exists/],
    ['demo-bank --days 0', /whole number from 1/],
    ['review confirm', /^Missing required argument 'id'/],
    ['review undo nothing', /whole number/],
    ['review away', /^(Unknown|Too many)/],
    ['disconnect', /^Missing required argument 'connection'/],
  ];
  for (const [argv, sentence] of lines) {
    test(`passbook ${argv}`, async () => {
      const { code, out, err } = await run(argv.split(' '));
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.equal(err.trimEnd().split('\n').length, 1, err);
    });
  }

  test('an empty value, as an unset shell variable leaves it', async () => {
    assert.equal((await run(['accounts', '--ledger', ''])).code, 2);
  });

  test('with --json the error is an object on stdout, wherever the flag stands', async () => {
    for (const argv of [
      ['--json', 'frobnicate'],
      ['sync', '--frm', 'x', '--json'],
    ]) {
      const { code, terminal } = await run(argv);
      assert.equal(code, 2);
      const [error, ...rest] = terminal.records();
      assert.deepEqual(rest, []);
      assert.equal(error?.['type'], 'error');
      assert.equal(error['kind'], 'usage');
      assert.equal(error['exitCode'], 2);
      assert.equal(typeof error['message'], 'string');
    }
  });
});

describe('what makes no sense together is a sentence and exit code 2', () => {
  const lines: readonly (readonly [argv: string, sentence: RegExp])[] = [
    ['sync --from 2026-01-02 --to 2026-01-01', /--from 2026-01-02 is after --to 2026-01-01/],
    ['sync --to 2026-01-07', /in the future; today is 6 January 2026/],
    ['export --format pdf --out x', /There is no format "pdf": choose csv, json, ofx, /],
    ['export --format docx --out x', /choose csv, json, ofx, qif/],
    ['connect --env custom --client-id x', /needs both --auth-url and --api-url/],
    ['connect --env live --client-id x', /client secret is missing/],
  ];
  for (const [argv, sentence] of lines) {
    test(`passbook ${argv}`, async () => {
      const { code, err } = await run([...argv.split(' '), '--ledger', nowhere]);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });
  }
});

describe('the command line', () => {
  test('help is no error and goes to stdout', async () => {
    const { code, out } = await run(['--help']);
    assert.equal(code, 0);
    for (const command of ['demo', 'demo-bank', 'connect', 'sync', 'jobs', 'export', 'doctor']) {
      assert.match(out, new RegExp(`^  ${command}\\b`, 'm'));
    }
  });

  test('a command’s help names the options every command takes', async () => {
    const { out } = await run(['sync', '--help']);
    for (const option of ['--from', '--unattended', '--ledger', '--json', '--now']) {
      assert.ok(out.includes(option), option);
    }
  });

  test('nothing at all shows the help and is a usage error', async () => {
    const { code, out, err } = await run([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /Usage: passbook/);
  });

  test('--version is the version', async () => {
    assert.equal((await run(['--version'])).out, '1.2.3\n');
  });

  test('the options every command takes may stand before or after it', async () => {
    for (const argv of [
      ['--ledger', existing, 'accounts'],
      ['accounts', '--ledger', existing],
    ]) {
      const ledger = fakeLedgerThread();
      const { code } = await run(argv, fakeParts({ createLedger: () => ledger }));
      assert.equal(code, 0);
      assert.equal(ledger.tasks[0]?.ledgerPath, existing);
      assert.ok(ledger.isClosed());
    }
  });

  test('--now moves the clock the ledger is opened with', async () => {
    const ledger = fakeLedgerThread();
    const argv = ['accounts', '--ledger', existing, '--now', '2027-03-01T00:00:00Z'];
    await run(argv, fakeParts({ createLedger: () => ledger }));
    const opened = ledger.tasks.find(
      (task): task is Extract<LedgerTask, { kind: 'open-ledger' }> => task.kind === 'open-ledger',
    );
    assert.equal(opened?.nowIso, '2027-03-01T00:00:00.000Z');
  });

  test('a ledger that is not there is told, not created, by a command that only reads', async () => {
    const { code, err } = await run(['transactions', '--ledger', nowhere]);
    assert.equal(code, 1);
    assert.match(err, /There is no ledger at .* yet/);
  });

  test('a ledger that cannot be opened is a sentence, and the thread is closed', async () => {
    const ledger = fakeLedgerThread({
      'open-ledger': () => failed({ kind: 'ledger-not-sqlite', path: existing }),
    });
    const parts = fakeParts({ createLedger: () => ledger });
    const { code, err } = await run(['accounts', '--ledger', existing], parts);
    assert.equal(code, 1);
    assert.match(err, /is not a SQLite file/);
    assert.ok(ledger.isClosed());
  });
});

describe('a bug', () => {
  const broken = fakeParts({
    createLedger: () =>
      fakeLedgerThread({
        'list-accounts': () => {
          throw new Error(`boom with hunter2-secret`);
        },
        'open-ledger': () => succeeded({ created: false, schemaVersion: 1 }),
      }),
  });
  const argv = ['accounts', '--ledger', existing];

  test('is one sentence without a stack', async () => {
    const { code, err } = await run(argv, broken);
    assert.equal(code, 1);
    assert.match(err, /this is a bug in Passbook/);
    assert.equal(err.trimEnd().split('\n').length, 1);
    assert.ok(!err.includes('boom'));
  });

  test('shows its stack when asked to, without the secret', async () => {
    const env = { PASSBOOK_DEBUG: '1', PASSBOOK_CLIENT_SECRET: 'hunter2-secret' };
    const { err } = await run(argv, broken, env);
    assert.match(err, /boom with \[redacted\]/);
    assert.match(err, /at /);
    assert.ok(!err.includes('hunter2'));
  });
});
