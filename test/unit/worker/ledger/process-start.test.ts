import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createJob } from '../../../../src-worker/ledger/jobs/create-job.ts';
import { startOfStat } from '../../../../src-worker/ledger/jobs/process-start.ts';
import { thisMachine } from '../../../../src-worker/ledger/jobs/this-machine.ts';
import { nowIso, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

const stat = (name: string, ticks: string): string =>
  `42 (${name}) S 1 42 42 0 -1 4194560 100 0 0 0 5 3 0 0 20 0 11 0 ${ticks} 1000000 2000 18446744073709551615`;

describe('when a process was started', () => {
  test('is read from /proc whatever the program is called', () => {
    assert.equal(startOfStat(stat('node', '4711'), 'boot'), 'boot:4711');
    assert.equal(startOfStat(stat('a) S 1 2 (b', '4711'), 'boot'), 'boot:4711');
  });

  test('is not guessed from a line of another kind', () => {
    assert.equal(startOfStat('', 'boot'), null);
    assert.equal(startOfStat('42 (node) S 1', 'boot'), null);
  });

  test('is the same each time this process is looked at, and nothing is known of one that is not there', () => {
    assert.equal(thisMachine.startOf(process.pid), thisMachine.startOf(process.pid));
    assert.equal(thisMachine.startOf(2 ** 30), null);
    if (process.platform === 'linux') assert.match(thisMachine.startOf(process.pid) ?? '', /^[\da-f-]+:\d+$/);
  });
});

test('a job left by a process that had our number before us is over at once, though it was heard of just now', (t) => {
  const ledger = temporaryLedger(t);
  const { host } = thisMachine;
  const make = (startOf: () => string | null) => {
    const made = createJob(
      ledger,
      { requestedBy: 'user', attended: true },
      {
        owner: { host, pid: process.pid },
        nowIso,
        processes: { ...thisMachine, startOf },
        random: Math.random,
      },
    );
    assert.ok(made.ok);
    return made.value;
  };
  const left = make(() => 'earlier-boot:1');
  const own = make(() => 'this-boot:2');
  assert.deepEqual([own.joined, own.interrupted], [false, [left.jobId]]);
  assert.deepEqual(
    query(ledger, 'SELECT status FROM jobs ORDER BY ref'),
    ['interrupted', 'queued'].map((status) => ({ status })),
  );
});
