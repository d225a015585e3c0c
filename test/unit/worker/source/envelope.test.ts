import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEnvelope } from '../../../../src-worker/source/envelope.ts';

const open = (text: string) => openEnvelope(new TextEncoder().encode(text));

describe('opening an answer', () => {
  test('results with a status of Succeeded, or none as older servers, are taken', () => {
    assert.deepEqual(open('{"results":[1],"status":"Succeeded"}'), { ok: true, results: [1] });
    assert.deepEqual(open('{"results":[]}'), { ok: true, results: [] });
  });
  const refused = [
    ['{"results":[],"status":"Running"}', 'not-ready Running'],
    ['{"results":[],"status":"Failed"}', 'not-ready Failed'],
    ['{"error":"x"}', 'no-results'],
    ['{"results":[{"a"', 'broken-json'],
    ['  <!doctype html><title>Sign in</title>', 'web-page'],
    ['', 'broken-json'],
  ] as const;
  for (const [body, detail] of refused) {
    test(`${detail} is not taken for the truth`, () => assert.deepEqual(open(body), { ok: false, detail }));
  }
});
