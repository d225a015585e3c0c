import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { createJob } from '../../../../src-worker/ledger/jobs/create-job.ts';
import { jobCovers } from '../../../../src-worker/ledger/jobs/job-covers.ts';
import { jobId } from '../../../../src-worker/ledger/jobs/job-id.ts';
import { isOwnerGone } from '../../../../src-worker/ledger/jobs/job-owner-liveness.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { connection, nowIso, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

const everything: SyncRequest = { requestedBy: 'user', attended: true };
const started = 'boot:17';
const alive = { host: 'here', isAlive: (pid: number) => pid < 100, startOf: () => started };
let turn = 0;

const create = (ledger: Ledger, request: SyncRequest, pid = 1, at = nowIso) => {
  const made = createJob(ledger, request, {
    owner: { host: 'here', pid },
    nowIso: at,
    processes: alive,
    random: () => (turn = (turn + 0.01) % 1),
  });
  return made.ok ? made.value : made.failure;
};

describe('asking for a job', () => {
  test('the second asker joins the first', (t) => {
    const ledger = temporaryLedger(t);
    const first = create(ledger, everything, 1);
    assert.deepEqual(create(ledger, everything, 2), { ...first, joined: true });
  });

  test('a wider wish than the running one is a job of its own', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    create(ledger, { ...everything, connectionId: 'c1' });
    assert.deepEqual(
      'joined' in create(ledger, everything) ? query(ledger, 'SELECT count(*) AS n FROM jobs') : [],
      [{ n: 2 }],
    );
  });

  test('the first sync after a consent joins nothing: only its token opens the old history', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    create(ledger, everything);
    const made = create(ledger, { ...everything, requestedBy: 'connect', connectionId: 'c1' });
    assert.ok('joined' in made && !made.joined);
  });

  test('a job that began before a bank was connected is not joined for that bank, nor for all', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    create(ledger, everything);
    saveConnection(ledger, connection({ id: 'c2' }), '2026-01-20T10:00:01.000Z');
    const joined = ['c1', 'c2', undefined].map((connectionId) => {
      const made = create(ledger, {
        ...everything,
        attended: false,
        ...(connectionId === undefined ? {} : { connectionId }),
      });
      return 'joined' in made && made.joined;
    });
    assert.deepEqual(joined, [true, false, false]);
  });

  test('a job whose process is gone is marked interrupted, and is not joined', (t) => {
    const ledger = temporaryLedger(t);
    const dead = create(ledger, everything, 100);
    const next = create(ledger, everything, 1);
    assert.ok('joined' in dead && 'joined' in next);
    assert.deepEqual([next.joined, next.interrupted], [false, [dead.jobId]]);
    assert.deepEqual(query(ledger, 'SELECT status, finished_at FROM jobs_v1 ORDER BY started_at, status'), [
      { status: 'interrupted', finished_at: nowIso },
      { status: 'queued', finished_at: null },
    ]);
  });

  test('a connection that is not there is said', (t) => {
    const ledger = temporaryLedger(t);
    assert.deepEqual(create(ledger, { ...everything, connectionId: 'nope' }), {
      kind: 'not-found',
      what: 'connection',
      id: 'nope',
    });
  });

  test('ids are short and sort by time', () => {
    const ids = [
      jobId('2026-01-01T00:00:00.000Z', 0.999),
      jobId('2026-01-01T00:00:00.001Z', 0),
      jobId('2027-01-01T00:00:00.000Z', 0.5),
    ];
    assert.deepEqual(ids, ids.toSorted());
    for (const id of ids) assert.match(id, /^[0-9a-z]{8}-[0-9a-z]{4}$/);
  });
});

describe('a running job covers a wish', () => {
  const range = { from: '2026-01-01', to: '2026-01-31' };
  const rows = [
    { job: {}, wish: {}, covers: true },
    { job: {}, wish: { connectionId: 'c1' }, covers: true },
    { job: {}, wish: { connectionId: 'c1', accountId: 'a' }, covers: true },
    { job: { connectionId: 'c1' }, wish: {}, covers: false },
    { job: { connectionId: 'c1' }, wish: { connectionId: 'c2' }, covers: false },
    { job: { accountId: 'a' }, wish: { accountId: 'a' }, covers: true },
    { job: { accountId: 'a' }, wish: { accountId: 'b' }, covers: false },
    { job: { accountId: 'a' }, wish: {}, covers: false },
    { job: range, wish: range, covers: true },
    { job: range, wish: { from: '2026-01-05', to: '2026-01-06' }, covers: true },
    { job: range, wish: { from: '2025-12-31', to: '2026-01-31' }, covers: false },
    { job: range, wish: { from: '2026-01-01', to: '2026-02-01' }, covers: false },
    { job: range, wish: { from: '2026-01-01' }, covers: false },
    { job: range, wish: {}, covers: false },
    { job: {}, wish: range, covers: false },
    { job: { from: '2026-01-01' }, wish: range, covers: true },
    { job: { attended: false }, wish: {}, covers: false },
    { job: { attended: false }, wish: { attended: false }, covers: true },
    { job: {}, wish: { attended: false }, covers: true },
  ];
  for (const { job, wish, covers } of rows) {
    test(`${JSON.stringify(job)} ${covers ? 'covers' : 'does not cover'} ${JSON.stringify(wish)}`, () => {
      assert.equal(jobCovers({ attended: true, ...job }, { attended: true, ...wish }), covers);
    });
  }
});

interface Row {
  readonly what: string;
  readonly host: string;
  readonly pid: number;
  readonly agoMs: number;
  readonly gone: boolean;
  readonly start?: string | null;
}

describe('an owner is gone', () => {
  const rows: readonly Row[] = [
    {
      what: 'a living process of this machine that was just heard of',
      host: 'here',
      pid: 1,
      agoMs: 0,
      gone: false,
    },
    { what: 'a process number nobody has', host: 'here', pid: 100, agoMs: 0, gone: true },
    {
      what: 'a living number not heard of for two minutes',
      host: 'here',
      pid: 1,
      agoMs: 120_001,
      gone: true,
    },
    { what: 'a living number heard of two minutes ago', host: 'here', pid: 1, agoMs: 120_000, gone: false },
    {
      what: 'a number that belongs to a later process by now',
      host: 'here',
      pid: 1,
      agoMs: 0,
      gone: true,
      start: 'boot:16',
    },
    {
      what: 'a living number whose first start nobody knows',
      host: 'here',
      pid: 1,
      agoMs: 0,
      gone: false,
      start: null,
    },
    { what: 'another machine that was just heard of', host: 'there', pid: 100, agoMs: 0, gone: false },
    { what: 'another machine, long silent', host: 'there', pid: 1, agoMs: 120_001, gone: true },
  ];
  for (const { what, host, pid, agoMs, gone, start = started } of rows) {
    test(`${what}: ${gone ? 'yes' : 'no'}`, () => {
      const heard = new Date(Date.parse(nowIso) - agoMs).toISOString();
      assert.equal(isOwnerGone({ host, pid, start }, heard, nowIso, alive), gone);
    });
  }
});
