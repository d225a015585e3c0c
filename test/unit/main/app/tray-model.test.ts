import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import type { ConnectionHealth } from '#shared/ipc/app-state.ts';
import { initialProgress } from '#shared/progress.ts';
import { readableAge } from '#shared/words/readable-age.ts';
import { type TrayIcon, trayModel, type TrayRow } from '../../../../src-main/app/tray-model.ts';
import { stateOf, statusOf } from '../../../support/desktop/state-of.ts';

const nowMs = Date.parse('2026-01-06T08:00:00Z');
const running = { ...initialProgress('j'), status: 'syncing' as const };
const paused = { ...defaultAppSettings, pausedUntilIso: '2026-01-06T09:00:00.000Z' };
const healths = (...all: readonly ConnectionHealth[]) =>
  all.map((health, at) => statusOf({ id: `c${at}`, provider_name: `Bank ${at}`, health }));
const commands = (rows: readonly TrayRow[]): readonly string[] =>
  rows.flatMap((row) =>
    row.kind === 'command' ? [row.command] : row.kind === 'pause' ? commands(row.rows) : [],
  );

describe('the tray’s icon', () => {
  const cases: readonly (readonly [string, TrayIcon, Parameters<typeof stateOf>[0]])[] = [
    ['everything works', 'fine', {}],
    ['a sync runs', 'syncing', { progress: running, connections: healths('syncing') }],
    ['a job runs that no connection shows yet', 'syncing', { progress: running }],
    ['one of three failed', 'failed', { connections: healths('fine', 'failed', 'fine') }],
    ['a bank asked for a pause', 'failed', { connections: healths('fine', 'rate-limited') }],
    [
      'one needs a new consent and another failed',
      'needs-you',
      { connections: healths('failed', 'reconnect-needed') },
    ],
    [
      'one needs a new consent while another syncs',
      'needs-you',
      { progress: running, connections: healths('syncing', 'reconnect-needed') },
    ],
    [
      'one failed while another syncs',
      'failed',
      { progress: running, connections: healths('failed', 'syncing') },
    ],
    ['nothing was ever fetched', 'needs-you', { connections: healths('never-synced') }],
    [
      'a consent ends in three days',
      'needs-you',
      { connections: [statusOf({ consent_expires_at: '2026-01-09T00:00:00Z' })] },
    ],
    ['no bank is connected', 'needs-you', { connections: [] }],
    ['the only bank was disconnected', 'needs-you', { connections: healths('revoked') }],
    ['one was disconnected and another works', 'fine', { connections: healths('revoked', 'fine') }],
    ['background syncs rest', 'paused', { settings: paused }],
    ['background syncs rest and one failed', 'failed', { settings: paused, connections: healths('failed') }],
    ['background syncs rest and one runs by hand', 'syncing', { settings: paused, progress: running }],
    ['a pause is over', 'fine', { settings: { ...paused, pausedUntilIso: '2026-01-06T07:59:59.000Z' } }],
  ];
  for (const [when, icon, state] of cases) {
    test(`is "${icon}" when ${when}`, () => {
      assert.equal(trayModel(stateOf(state), nowMs).icon, icon);
    });
  }

  test('is never "fine" while something runs or is wrong, in any combination of three banks', () => {
    const all: readonly ConnectionHealth[] = [
      'syncing',
      'reconnect-needed',
      'failed',
      'rate-limited',
      'never-synced',
      'fine',
    ];
    for (const a of all)
      for (const b of all)
        for (const c of all) {
          const { icon } = trayModel(stateOf({ connections: healths(a, b, c) }), nowMs);
          assert.equal(
            icon === 'fine',
            a === 'fine' && b === 'fine' && c === 'fine',
            `${a} ${b} ${c}: ${icon}`,
          );
        }
  });
});

describe('the tray’s menu', () => {
  test('has a row for every connection, with its true state and its age', () => {
    const connections = [
      statusOf({ id: 'a', provider_name: 'Monzo', lastSyncedAt: '2026-01-06T07:55:00Z' }),
      statusOf({
        id: 'b',
        provider_name: 'Barclays',
        health: 'reconnect-needed',
        lastSyncedAt: '2026-01-04T08:00:00Z',
      }),
      statusOf({ id: 'c', provider_name: 'Starling', health: 'never-synced', lastSyncedAt: null }),
      statusOf({ id: 'd', provider_name: 'Amex', health: 'syncing' }),
    ];
    const { rows, tooltip } = trayModel(stateOf({ connections }), nowMs);
    const twoDaysAgo = String(readableAge(2 * 86_400_000));
    assert.deepEqual(
      rows.flatMap((row) => (row.kind === 'connection' ? [row.label] : [])),
      [
        `Monzo: up to date, synced ${String(readableAge(300_000))}`,
        `Barclays: reconnect needed, synced ${twoDaysAgo}`,
        'Starling: not synced yet',
        'Amex: syncing',
      ],
    );
    assert.equal(tooltip, `Passbook: Barclays: reconnect needed, synced ${twoDaysAgo} (and 1 more)`);
  });

  test('offers to sync at rest, to cancel while syncing, and always to open and quit', () => {
    assert.deepEqual(commands(trayModel(stateOf(), nowMs).rows), [
      'sync-now',
      'pause-hour',
      'pause-tomorrow',
      'open',
      'quit',
    ]);
    const { rows } = trayModel(stateOf({ progress: { ...running, totalAccounts: 3 } }), nowMs);
    assert.deepEqual(commands(rows), ['cancel', 'pause-hour', 'pause-tomorrow', 'open', 'quit']);
    assert.ok(rows.some((row) => row.kind === 'line' && row.label.includes('(0/3 accounts)')));
  });

  test('offers to go on while background syncs rest, and says until when', () => {
    const { rows, tooltip } = trayModel(stateOf({ settings: paused }), nowMs);
    assert.deepEqual(commands(rows), ['sync-now', 'resume', 'open', 'quit']);
    assert.match(tooltip, /rest until .*2026/);
  });

  test('cannot sync what is not connected', () => {
    const { rows } = trayModel(stateOf({ connections: [] }), nowMs);
    assert.ok(rows.some((row) => row.kind === 'command' && row.command === 'sync-now' && !row.enabled));
  });
});
