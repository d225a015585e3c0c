import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { failedOutcome } from '#shared/account-outcome.ts';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/words/failure-words.ts';
import { type ErrorCode, errorTable } from '../../../src-demo-bank/faults/error-table.ts';
import { tokenRefusal } from '../../../src-main/auth/token-refusal.ts';
import { exitCodeOfFailure, exitCodeOfJob } from '../../../src-main/terminal/exit-code.ts';
import { bodyOf } from '../../../src-worker/source/failure-of-sent.ts';
import { retryCause } from '../../../src-worker/source/retry-policy.ts';

const nowMs = Date.parse('2026-01-06T08:00:00Z');
const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

/** The rows of tables whose first cell is an HTTP status, as cells without code marks. */
const rows = page
  .split('\n')
  .filter((line) => /^\| *\d{3} /.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
const ofData = rows.filter((cells) => cells.length === 7);
const ofAuth = rows.filter((cells) => cells.length === 5);

/** Errors of the auth host and of addresses that lead nowhere. */
const notOfData = new Set(['invalid_authorization_code', 'invalid_scope', 'invalid_request', 'not_found']);
/** What the sync makes of it in the end, where that is another thing (tried in whole syncs elsewhere). */
const ends = (failure: Failure): Failure | null => {
  if (failure.kind === 'token-expired') return { kind: 'reconnect-needed', cause: 'token-refused' };
  if (failure.kind === 'range-refused') return { ...failure, from: '2020-01-01', to: '2020-12-31' };
  return failure.kind === 'not-supported' || failure.kind === 'old-history-refused' ? null : failure;
};
const nothing = { pages: 0, transactionsSynced: 0, duplicates: 0, elapsedMs: 0 };
const whose = { accountId: 'a', connectionId: 'c', displayName: 'A' };

describe('docs/errors.md, row by row', () => {
  test('has a row for every error of the Data API', () => {
    const documented = Object.keys(errorTable).filter((code) => !notOfData.has(code));
    assert.deepEqual(new Set(ofData.map(([, code]) => code)), new Set(documented));
    assert.equal(ofData.length, documented.length);
    assert.ok(ofAuth.length >= 9);
  });

  for (const [status = '', code = '', again, means, end, exit, words] of ofData) {
    test(`${status} ${code}`, () => {
      assert.equal(errorTable[code as ErrorCode].status, Number(status));
      const body = new TextEncoder().encode(JSON.stringify({ error: code }));
      const exchange = {
        kind: 'answer',
        status: Number(status),
        retryAfter: null,
        body,
        bytes: 1,
        ms: 1,
      } as const;
      assert.equal(retryCause(exchange) === null ? 'no' : 'yes', again);
      const answer = bodyOf({ kind: 'exchange', exchange }, 'api.truelayer.com', nowMs);
      assert.ok(!answer.ok);
      assert.equal(answer.failure.kind, means);
      const failure = ends(answer.failure);
      assert.equal(failure?.kind ?? 'completed', end);
      const accounts = failure === null ? [] : [failedOutcome(whose, nothing, failure)];
      const job = {
        status: failure === null ? 'completed' : 'failed',
        accounts,
        transactionsSynced: 0,
      } as const;
      assert.equal(String(exitCodeOfJob(job)), exit);
      assert.equal(wordsOf(failure ?? answer.failure).happened, words);
    });
  }

  for (const [status = '', code = '', grant, end, exit] of ofAuth) {
    test(`${status} ${code} for ${String(grant)}`, () => {
      assert.ok(grant === 'authorization_code' || grant === 'refresh_token');
      const answer = { status: Number(status), retryAfter: null, text: JSON.stringify({ error: code }) };
      const failure = tokenRefusal(answer, grant, 'auth.truelayer.com', nowMs);
      assert.equal(failure.kind, end);
      assert.equal(String(exitCodeOfFailure(failure)), exit);
    });
  }
});
