import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { retryAfterMs } from '../../../../src-worker/source/retry-after.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');

describe('Retry-After', () => {
  const cases: readonly (readonly [header: string | null, waitMs: number | null])[] = [
    ['7', 7000],
    [' 0 ', 0],
    ['1.5', 1500],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:59:00 GMT', 0],
    ['99999999999999999999', 90 * 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 90 * 86_400_000],
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
  ];
  for (const [header, waitMs] of cases) {
    test(`${JSON.stringify(header)} asks for ${waitMs === null ? 'nothing' : `${waitMs} ms`}`, () => {
      assert.equal(retryAfterMs(header, nowMs), waitMs);
    });
  }
});
