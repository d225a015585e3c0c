import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Look, nextLook } from '../../../../src-main/app/next-look.ts';

const monday: Look = { sinceIso: '2026-01-04T09:00:00.000Z', lastIso: '2026-01-05T09:00:00.000Z' };

describe('since when changes are told', () => {
  const cases: readonly (readonly [string, Look | undefined, string, boolean, Look])[] = [
    [
      'the first look has nothing before it',
      undefined,
      '2026-01-05T09:00:00.000Z',
      true,
      { sinceIso: null, lastIso: '2026-01-05T09:00:00.000Z' },
    ],
    [
      'who comes back after a while sees what came since they left',
      monday,
      '2026-01-06T09:00:00.000Z',
      true,
      { sinceIso: '2026-01-05T09:00:00.000Z', lastIso: '2026-01-06T09:00:00.000Z' },
    ],
    [
      'who comes back after ten minutes is still looking',
      monday,
      '2026-01-05T09:10:00.000Z',
      true,
      { sinceIso: '2026-01-04T09:00:00.000Z', lastIso: '2026-01-05T09:10:00.000Z' },
    ],
    ['a page that is only drawn anew is no look', monday, '2026-01-06T09:00:00.000Z', false, monday],
  ];
  for (const [says, before, nowIso, isLook, after] of cases) {
    test(says, () => {
      assert.deepEqual(nextLook(before, nowIso, isLook), after);
    });
  }
});
