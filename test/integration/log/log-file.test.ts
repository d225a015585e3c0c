import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { logPathOf, openLogFile } from '../../../src-main/log/log-file.ts';
import { createRedactor } from '../../../src-main/log/redactor.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-log-'));
after(() => rmSync(folder, { recursive: true }));

const nowMs = (): number => Date.parse('2026-01-06T08:00:00Z');
const open = (path: string) => openLogFile(path, createRedactor(), nowMs);
const linesOf = (path: string): readonly Readonly<Record<string, unknown>>[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

describe('the log file', () => {
  test('lies beside the ledger and is its owner’s alone', () => {
    const path = logPathOf(join(folder, 'ledger.sqlite'));
    assert.equal(path, join(folder, 'ledger.sqlite.log'));
    const log = open(path);
    log.info('Page 1: fetched 100 transactions', { account: 'Current' });
    log.close();
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const [{ level, time, account, msg } = {}] = linesOf(path);
    assert.deepEqual(
      { level, time, account, msg },
      {
        level: 'info',
        time: '2026-01-06T08:00:00.000Z',
        account: 'Current',
        msg: 'Page 1: fetched 100 transactions',
      },
    );
  });

  test('is on disk with the call that wrote it, and goes on where it stopped', () => {
    const path = join(folder, 'twice.log');
    for (const line of ['first', 'second']) {
      const log = open(path);
      log.warn(line);
      assert.equal(linesOf(path).at(-1)?.['msg'], line);
      log.close();
    }
    assert.equal(linesOf(path).length, 2);
  });

  test('holds no secret, in the line, a field or below one', () => {
    const path = join(folder, 'secrets.log');
    const log = open(path);
    log.protect('hunter2-secret');
    log.error('refused hunter2-secret', {
      header: 'Bearer abcdefgh12345678',
      deep: { refresh_token: 'opaque-value', list: ['A1B2'.repeat(16)] },
    });
    log.close();
    const text = readFileSync(path, 'utf8');
    for (const secret of ['hunter2', 'abcdefgh', 'opaque-value', 'A1B2A1B2']) {
      assert.ok(!text.includes(secret), text);
    }
    assert.equal(linesOf(path).length, 1);
  });

  test('is moved aside when a run finds it large, and only one old one is kept', () => {
    const path = join(folder, 'large.log');
    writeFileSync(path, 'x'.repeat(5_000_001));
    writeFileSync(`${path}.1`, 'older');
    const log = open(path);
    log.info('new');
    log.close();
    assert.equal(statSync(`${path}.1`).size, 5_000_001);
    assert.equal(linesOf(path).length, 1);
  });

  test('is not made by a run with nothing to tell', () => {
    const path = join(folder, 'silent.log');
    open(path).close();
    assert.ok(!existsSync(path));
  });

  test('is given up without a word where it cannot be written', () => {
    const taken = join(folder, 'a-folder.log');
    mkdirSync(taken);
    for (const path of [taken, join(folder, 'missing', 'ledger.sqlite.log')]) {
      const log = open(path);
      log.info('nobody reads this');
      log.close();
    }
    assert.ok(!existsSync(join(folder, 'missing')));
  });

  test('says nothing after it is closed', () => {
    const path = join(folder, 'closed.log');
    const log = open(path);
    log.info('before');
    log.close();
    log.info('after');
    assert.equal(linesOf(path).length, 1);
  });
});
