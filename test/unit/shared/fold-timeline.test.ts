import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { emptyTimeline, endTimeline, foldTimeline } from '#shared/fold-timeline.ts';
import { mostSpans } from '#shared/job-timeline.ts';
import type { SyncEvent } from '#shared/sync-event.ts';

const call = (accountId: string | null, ms: number): SyncEvent => ({
  kind: 'api-call',
  endpoint: 'accounts',
  status: 200,
  ms,
  bytes: 1,
  accountId,
});
const write = (accountId: string, ms: number): SyncEvent => ({
  kind: 'database-write',
  ms,
  rows: 1,
  accountId,
});
const waited = (accountId: string, waitedMs: number): SyncEvent => ({
  kind: 'wait-over',
  accountId,
  cause: 'rate-limit',
  waitedMs,
});
const started = (accountId: string): SyncEvent => ({
  kind: 'account-started',
  accountId,
  displayName: accountId.toUpperCase(),
  pagesAhead: 1,
  planningMs: 0,
});

const fold = (events: readonly (readonly [atMs: number, event: SyncEvent])[]) =>
  events.reduce((state, [atMs, event]) => foldTimeline(state, event, atMs), emptyTimeline);

describe('the timeline of a job', () => {
  test('has a lane for finding accounts and one for each account, in the order they began', () => {
    const timeline = endTimeline(
      fold([
        [100, call(null, 100)],
        [110, started('a')],
        [210, call('a', 90)],
        [230, write('a', 20)],
        [4230, waited('b', 4000)],
        [4240, started('b')],
      ]),
      5000.4,
    );
    assert.equal(timeline.elapsedMs, 5000);
    assert.deepEqual(
      timeline.lanes.map(({ accountId, displayName }) => [accountId, displayName]),
      [
        [null, ''],
        ['a', 'A'],
        ['b', 'B'],
      ],
    );
    assert.deepEqual(
      timeline.spans.map(({ lane, kind, cause, startMs, durationMs }) => [
        lane,
        kind,
        cause,
        startMs,
        durationMs,
      ]),
      [
        [0, 'api', null, 0, 100],
        [1, 'api', null, 120, 90],
        [1, 'database', null, 210, 20],
        [2, 'wait', 'rate-limit', 230, 4000],
      ],
    );
  });

  test('puts neighbours of one kind together when there are too many, and loses no time by it', () => {
    const events = Array.from({ length: 5000 }, (_, page) => {
      const atMs = (page + 1) * 20;
      return [
        [atMs - 5, call('a', 12)],
        [atMs, write('a', 4)],
      ] as const;
    }).flat();
    const { spans } = endTimeline(fold(events), 100_000);
    assert.ok(spans.length <= mostSpans);
    const busy = (kind: string): number =>
      Math.round(spans.filter((span) => span.kind === kind).reduce((sum, { busyMs }) => sum + busyMs, 0));
    assert.deepEqual([busy('api'), busy('database')], [60_000, 20_000]);
    assert.equal(
      spans.reduce((sum, { count }) => sum + count, 0),
      10_000,
    );
  });

  test('never has more spans than a picture can show, whatever happens', () => {
    const event = fc.tuple(fc.nat(600), fc.constantFrom('api', 'database', 'wait'), fc.nat(3000));
    fc.assert(
      fc.property(fc.array(event, { minLength: 900, maxLength: 1500 }), (happened) => {
        const made = happened.map(([lane, kind, ms], index) => {
          const accountId = `a${String(lane)}`;
          const of = { api: call, database: write, wait: waited } as const;
          return [index * 7 + ms, of[kind](accountId, ms)] as const;
        });
        const { spans } = endTimeline(fold(made), 20_000);
        assert.ok(spans.length <= mostSpans, String(spans.length));
        assert.ok(spans.every((span, at) => at === 0 || span.startMs >= (spans[at - 1]?.startMs ?? 0)));
      }),
      { numRuns: 5 },
    );
  });
});
