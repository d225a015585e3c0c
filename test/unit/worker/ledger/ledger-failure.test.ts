import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FailureKind } from '#shared/failure.ts';
import { countJobEvents } from '../../../../src-worker/ledger/job-counters.ts';
import { ledgerFailure } from '../../../../src-worker/ledger/ledger-failure.ts';
import { query, startJob, temporaryLedger } from '../../../support/ledger-fixture.ts';

const withCode = (code: string): Error => Object.assign(new Error('text'), { code });

describe('an error of SQLite or the file system', () => {
  const rows: readonly (readonly [code: string, kind: FailureKind | null])[] = [
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_BUSY', 'ledger-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'ledger-busy'],
    ['SQLITE_LOCKED', 'ledger-busy'],
    ['SQLITE_NOTADB', 'ledger-not-sqlite'],
    ['SQLITE_CORRUPT', 'ledger-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'ledger-damaged'],
    ['SQLITE_READONLY', 'ledger-not-writable'],
    ['SQLITE_READONLY_DIRECTORY', 'ledger-not-writable'],
    ['SQLITE_CANTOPEN', 'ledger-not-writable'],
    ['EACCES', 'ledger-not-writable'],
    ['EROFS', 'ledger-not-writable'],
    ['EISDIR', 'ledger-is-folder'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
    ['SQLITE_ERROR', null],
    ['ERR_INVALID_ARG_TYPE', null],
  ];
  for (const [code, kind] of rows) {
    test(`${code} is ${kind ?? 'a bug'}`, () => {
      const expected = kind === null ? null : { kind, path: '/tmp/passbook.sqlite' };
      assert.deepEqual(ledgerFailure(withCode(code), '/tmp/passbook.sqlite'), expected);
    });
  }

  test('anything else thrown is a bug', () => {
    for (const thrown of [new Error('x'), 'SQLITE_FULL', null, { code: 'SQLITE_FULL' }]) {
      assert.equal(ledgerFailure(thrown, 'x'), null);
    }
  });
});

describe('events of a job without a row', () => {
  test('are added up', (t) => {
    const ledger = temporaryLedger(t);
    const jobId = startJob(ledger);
    countJobEvents(ledger, jobId, { errors: 1, rateLimited: 2 });
    countJobEvents(ledger, jobId, { errors: 0, rateLimited: 1 });
    assert.deepEqual(query(ledger, 'SELECT errors, rate_limited FROM jobs_v1'), [
      { errors: 1, rate_limited: 3 },
    ]);
  });
});
