import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toIso } from '#shared/clock.ts';
import { createAdvancingClock } from '../../support/desktop/advancing-clock.ts';
import { eventually } from '../../support/e2e/eventually.ts';
import { type AppStage, withAppStage } from '../../support/desktop/app-stage.ts';

const small = { accounts: 1, cards: 0, transactions: 60, days: 60, latencyMs: 0 };
const hourMs = 3_600_000;

/** Connects the demo bank and waits until it is synced. */
async function connected({ core, until }: AppStage): Promise<void> {
  await core.calls['connect.demo'](null);
  await until(({ progress, accounts }) => progress === null && accounts.length === 1);
}

const ended = ({ desktop, until }: AppStage, jobs: number) =>
  until(({ progress }) => progress === null && desktop.pushed('sync.ended').length === jobs);

describe('in the background', () => {
  test('a sync runs unattended when its time has come, and says when the next one is', () => {
    const clock = createAdvancingClock();
    return withAppStage(
      small,
      async (stage) => {
        await connected(stage);
        const { nextSyncIso } = await stage.until((state) => state.nextSyncIso !== null);
        const inMs = Date.parse(nextSyncIso ?? '') - clock.nowMs();
        assert.ok(inMs > 11.9 * hourMs && inMs < 12.4 * hourMs, String(inMs));
        clock.advance(13 * hourMs);
        await ended(stage, 2);
        const job = stage.desktop.pushed('sync.ended')[1];
        assert.equal(job?.requestedBy, 'schedule');
        assert.equal(job?.status, 'completed');
        const next = await stage.until((state) => state.nextSyncIso !== null);
        assert.ok(Date.parse(next.nextSyncIso ?? '') > clock.nowMs() + 11.9 * hourMs);
      },
      { clock },
    );
  });

  test('nothing runs while paused, and it is caught up with a minute after the pause', () => {
    const clock = createAdvancingClock();
    return withAppStage(
      small,
      async (stage) => {
        await connected(stage);
        await stage.core.calls['settings.change']({ syncEveryHours: 6 });
        clock.advance(5.5 * hourMs);
        await stage.core.calls['background.pause']({ until: 'hour' });
        const pausedUntil = Date.parse(stage.core.state().settings.pausedUntilIso ?? '');
        assert.ok(pausedUntil > clock.nowMs() + 0.99 * hourMs);
        clock.advance(0.9 * hourMs);
        const state = await stage.until(
          ({ nextSyncIso }) => Date.parse(nextSyncIso ?? '') === pausedUntil + 60_000,
        );
        assert.equal(state.progress, null);
        assert.equal(stage.desktop.pushed('sync.ended').length, 1);
        clock.advance(0.2 * hourMs);
        await ended(stage, 2);
      },
      { clock },
    );
  });

  test('a consent that nobody used for three weeks is refreshed, without a sync', () => {
    const clock = createAdvancingClock();
    return withAppStage(
      small,
      async (stage) => {
        await connected(stage);
        await stage.core.calls['settings.change']({ syncEveryHours: null });
        clock.advance(21 * 24 * hourMs);
        const { ledger, ledgerPaths } = stage.deps;
        const sinceIso = toIso(clock.nowMs() - hourMs);
        const idle = () =>
          ledger.run({ kind: 'list-idle-connections', ledgerPath: ledgerPaths.real, sinceIso });
        await eventually(idle, (answer) => answer.ok && answer.value.length === 0);
        assert.equal(stage.core.state().connections[0]?.health, 'fine');
        assert.equal(stage.desktop.pushed('sync.ended').length, 1);
      },
      { clock },
    );
  });

  test('nothing is planned when the user wants syncs only when asked', () =>
    withAppStage(small, async (stage) => {
      await connected(stage);
      await stage.core.calls['settings.change']({ syncEveryHours: null });
      assert.equal((await stage.until(({ nextSyncIso }) => nextSyncIso === null)).nextSyncIso, null);
    }));

  test('new rows are told while nobody looks at the window', () =>
    withAppStage(small, async (stage) => {
      await connected(stage);
      const [notice, ...more] = stage.desktop.notices;
      assert.match(notice?.title ?? '', /^\d+ new transactions$/);
      assert.deepEqual(more, []);
    }));

  test('nothing is told while somebody looks, nor when the user wants no notifications', () =>
    withAppStage(small, async (stage) => {
      stage.desktop.watch(true);
      await connected(stage);
      stage.desktop.watch(false);
      await stage.core.calls['settings.change']({ notifications: false });
      await stage.core.calls['connect.demo'](null);
      await ended(stage, 2);
      assert.deepEqual(stage.desktop.notices, []);
    }));
});
