import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  readableDay,
  readableDuration,
  readableInstant,
  readableMeasure,
  readableSeconds,
} from '#shared/words/readable-time.ts';

describe('times people read', () => {
  test('an instant names its zone, by default the machine’s', () => {
    const iso = '2026-07-06T14:05:00Z';
    assert.equal(readableInstant(iso, 'UTC'), '6 July 2026 at 14:05 UTC');
    assert.equal(readableInstant(iso, 'Europe/London'), '6 July 2026 at 15:05 BST');
  });

  test('a day has no zone that could move it', () => {
    assert.equal(readableDay('2026-01-05'), '5 January 2026');
    assert.equal(readableDay('2026-01-05T23:59:59Z'), '5 January 2026');
  });

  test('text that is no time is shown as it is', () => {
    assert.equal(readableInstant('soon'), 'soon');
    assert.equal(readableDay('soon'), 'soon');
  });

  const durations: readonly (readonly [number, string])[] = [
    [0, '1 s'],
    [1, '1 s'],
    [12_000, '12 s'],
    [119_000, '119 s'],
    [300_000, '5 min'],
    [3_900_000, '1 h 5 min'],
  ];
  for (const [ms, words] of durations) {
    test(`${String(ms)} ms is ${words}`, () => assert.equal(readableDuration(ms), words));
  }

  test('seconds of a log line have a decimal only when it says something', () => {
    assert.equal(readableSeconds(2000), '2 s');
    assert.equal(readableSeconds(2149), '2.1 s');
  });

  test('a measured time keeps the digits that matter', () => {
    assert.deepEqual([0.42, 35.4, 8460].map(readableMeasure), ['0.4 ms', '35 ms', '8.5 s']);
  });
});
