import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Overview } from '#shared/overview.ts';
import { attentionOf } from '../../../../src-renderer/overview/attention.ts';
import { connectionSample, sampleNowIso, usedApp } from '../../../support/window/app-states.ts';
import { emptyOverview } from '../../../support/window/overview-samples.ts';

const nowMs = Date.parse(sampleNowIso);
const well = { ...usedApp, connections: [connectionSample()] };
const ask = (overview: Partial<Overview>, app = well) =>
  attentionOf(app, { ...emptyOverview, ...overview }, nowMs).map(({ button, way }) => [button, way]);

describe('what needs the user', () => {
  test('nothing, when all is well', () => {
    assert.deepEqual(ask({}), []);
    assert.deepEqual(attentionOf(well, null, nowMs), []);
  });

  test('a consent that is refused, or ends soon, can be given anew', () => {
    const refused = connectionSample({
      health: 'reconnect-needed',
      state: 'reconnect-needed',
    });
    const ending = connectionSample({ id: 'c2', consent_expires_at: '2026-11-28T10:00:00.000Z' });
    assert.deepEqual(ask({}, { ...usedApp, connections: [refused, ending] }), [
      ['Reconnect', { kind: 'reconnect', connectionId: 'c1' }],
      ['Renew', { kind: 'reconnect', connectionId: 'c2' }],
    ]);
  });

  test('a failed sync can be tried again', () => {
    const failed = connectionSample({ health: 'failed' });
    assert.deepEqual(ask({}, { ...usedApp, connections: [failed] }), [
      ['Sync again', { kind: 'sync', wish: { connectionId: 'c1' } }],
    ]);
  });

  test('matches in doubt lead to the review', () => {
    assert.deepEqual(ask({ doubtful_matches: 2 }), [['Review', { kind: 'review' }]]);
  });

  test('missing days can be fetched; of many the first are named', () => {
    const gap = (from: string) => ({ account_id: 'a1', from, to: from });
    const gaps = ['2026-01-02', '2026-02-02', '2026-03-02', '2026-04-02', '2026-05-02'].map(gap);
    const named = attentionOf(well, { ...emptyOverview, gaps }, nowMs);
    assert.deepEqual(named[0]?.way, {
      kind: 'sync',
      wish: { accountId: 'a1', from: '2026-01-02', to: '2026-01-02' },
    });
    assert.equal(named.length, 3);
    assert.match(named[2]?.text ?? '', /2 more gaps/);
  });

  test('a bank that often says 429 is told of, one that did once is not', () => {
    const record = { connectionId: 'c1', providerName: 'Santander', days: 1, pauseMs: 0 };
    assert.deepEqual(ask({ rate_limits: [{ ...record, answers: 1 }] }), []);
    assert.deepEqual(ask({ rate_limits: [{ ...record, answers: 40 }] }), [
      ['Settings', { kind: 'settings' }],
    ]);
  });
});
