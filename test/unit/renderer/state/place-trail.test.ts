import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlaceTrail } from '../../../../src-renderer/state/place-trail.ts';
import type { WindowPlace } from '../../../../src-renderer/state/window-place.ts';

const overview: WindowPlace = { kind: 'overview' };
const insights: WindowPlace = { kind: 'insights' };
const filtered: WindowPlace = { kind: 'all-transactions', filter: { from: '2026-11-01' } };

test('leads back step by step, filters included, and forward again', () => {
  const trail = createPlaceTrail();
  trail.went(overview, insights);
  trail.went(insights, filtered);
  assert.deepEqual(trail.back(filtered), insights);
  assert.deepEqual(trail.back(insights), overview);
  assert.equal(trail.back(overview), null);
  assert.deepEqual(trail.forward(overview), insights);
  assert.deepEqual(trail.forward(insights), filtered);
  assert.equal(trail.forward(filtered), null);
});

test('going on somewhere else forgets what lay ahead, and the same place again is no step', () => {
  const trail = createPlaceTrail();
  trail.went(overview, insights);
  trail.went(insights, { kind: 'insights' });
  assert.deepEqual(trail.back(insights), overview);
  trail.went(overview, filtered);
  assert.equal(trail.forward(filtered), null);
  assert.deepEqual(trail.back(filtered), overview);
});
