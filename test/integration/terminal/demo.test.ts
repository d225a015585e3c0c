import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { recordsOf, runPassbook, startPassbook } from '../../support/terminal/run-passbook.ts';

const home = mkdtempSync(join(tmpdir(), 'passbook-demo-'));
after(() => rmSync(home, { recursive: true }));
const ledger = join(home, 'data', 'passbook', 'demo.sqlite');

describe('passbook demo', () => {
  test('needs nothing, syncs, and says what came of it and where it is', async () => {
    const { code, out, err } = await runPassbook(['demo'], { home });
    assert.equal(code, 0, err);
    assert.equal(err, '');
    const [, pages = ''] = /Page \d+: fetched (\d+) transactions/.exec(out) ?? [];
    assert.notEqual(pages, '');
    const [, synced] = /^Sync complete: (\d+) synced, 0 duplicates, 0 errors$/m.exec(out) ?? [];
    assert.ok(Number(synced) > 100, out);
    assert.match(
      out,
      new RegExp(`^PERFORMANCE SUMMARY: ${String(synced)} transactions from 5 accounts in `, 'm'),
    );
    assert.ok(out.includes(`The demo ledger is ${ledger}`));
    assert.match(out, /sqlite3 .*transactions_v1/);
    assert.equal(statSync(ledger).mode & 0o777, 0o600);
    assert.equal(statSync(`${ledger}.log`).mode & 0o777, 0o600);
    const log = readFileSync(`${ledger}.log`, 'utf8');
    for (const line of [
      'Page 1: fetched ',
      `Sync complete: ${String(synced)} synced`,
      'PERFORMANCE SUMMARY: ',
    ]) {
      assert.ok(log.includes(`"msg":"${line}`), line);
    }
  });

  test('a second time adds next to nothing: the rows are known', async () => {
    const { code, out } = await runPassbook(['demo', '--json'], { home });
    assert.equal(code, 0);
    const summary = recordsOf(out).find((record) => record['type'] === 'summary');
    assert.ok(Number(summary?.['duplicates']) > 0);
    assert.equal(summary?.['errors'], 0);
    assert.deepEqual(recordsOf(out).at(-1), { type: 'ledger', path: ledger });
  });

  test('leaves the real ledger alone', () => {
    assert.ok(!existsSync(join(home, 'data', 'passbook', 'ledger.sqlite')));
  });

  test('a reader that has seen enough ends the writer quietly', async () => {
    const args = [join(import.meta.dirname, '..', '..', '..', 'bin', 'passbook.mjs'), 'transactions'];
    const child = spawn(process.execPath, [...args, '--limit', '5000', '--ledger', ledger], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(code, 0);
    assert.equal(err, '');
  });
});

describe('passbook demo-bank', () => {
  test('says in its first line how to reach it, and ends well when interrupted', async () => {
    const passbook = startPassbook(['demo-bank', '--accounts', '1', '--auto-approve'], { home });
    const first = JSON.parse(await passbook.line(() => true)) as Readonly<Record<string, string>>;
    const fields = ['authUrl', 'apiUrl', 'clientId', 'clientSecret', 'redirectUri'];
    assert.deepEqual(Object.keys(first), fields);
    const answer = await fetch(`${first['apiUrl'] ?? ''}/data/v1/me`);
    assert.equal(answer.status, 401);
    await answer.body?.cancel();
    passbook.interrupt();
    assert.equal((await passbook.ended).code, 0);
  });

  test('a fault file that is not there, not JSON or not one is a sentence and exit 2', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [join(home, 'missing.json'), /cannot be read/],
      [join(import.meta.dirname, 'demo.test.ts'), /is not JSON/],
      [join(import.meta.dirname, '..', '..', '..', 'package.json'), /The fault file cannot be used/],
    ];
    for (const [path, sentence] of cases) {
      const { code, out, err } = await runPassbook(['demo-bank', '--faults', path], { home });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, sentence);
    }
  });

  test('--now moves its clock and the app’s together', async () => {
    const args = ['demo', '--json', '--now', '2027-05-01T10:00:00Z', '--ledger', join(home, 'future.sqlite')];
    const { code, out, err } = await runPassbook(args, { home });
    assert.equal(code, 0, err);
    const summary = recordsOf(out).find((record) => record['type'] === 'summary');
    assert.match(String(summary?.['startedAt']), /^2027-05-01T10:00:/);
    const newest = await runPassbook(
      ['transactions', '--json', '--limit', '1', '--ledger', join(home, 'future.sqlite')],
      { home },
    );
    assert.match(String(recordsOf(newest.out)[0]?.['date']), /^2027-0[45]-/);
  });
});
