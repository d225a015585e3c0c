import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRandom, type Random } from '../../../src-demo-bank/life/seeded-random.ts';
import type { SyncChild } from '../../support/sync-child.ts';
import { type KeptJob, lookAtLedger, type LookedAt } from '../../support/whole-ledger.ts';
import { finish, type KillStage, type Life, type LifePart, openKillStage } from './kill-stage.ts';

/** How many kills, from which seed, and who hears of each. */
export interface KillOrder {
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** What was done. `jobs`: how many job rows the kills left `interrupted`. */
export interface KillTally {
  readonly kills: number;
  readonly ledgers: number;
  readonly jobs: number;
  /** Runs that had ended before their blow fell; each was drawn again. */
  readonly tooLate: number;
}

/** Two syncs at a time, as many as a small machine has cores: the blows then fall on waiting processes as well. */
const lanes = 2;
/** At most so many kills in a row on one ledger before a run is left to end. */
const mostInARow = 6;
/** Later in a part of its life than this few processes still are, and a blow that comes too late is drawn again. */
const usualSpan = 0.85;
/** Which share of the kills falls into which part of a life: most where most is written. The rest: into the pages. */
const shares: readonly (readonly [LifePart, number])[] = [
  ['loading', 0.05],
  ['ready', 0.2],
  ['started', 0.2],
];

/**
 * Kills syncs with SIGKILL at random moments of their whole life, up to a few in a row on the same ledger, then lets
 * one end, and compares with a sync that nobody disturbed. After every kill the file is looked at as it lies there.
 * The seed repeats the draws; the moments also depend on how busy the machine is.
 *
 * @throws an AssertionError that names the ledger's number and the seed.
 */
export async function runKills({ count, seed, say }: KillOrder): Promise<KillTally> {
  const stage = await openKillStage();
  const tally = { kills: 0, ledgers: 0, jobs: 0, tooLate: 0 };
  let drawn = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const number = (tally.ledgers += 1);
      const random = createRandom(seed, number);
      const wanted = Math.min(random.between(1, mostInARow), count - drawn);
      if (wanted <= 0) {
        tally.ledgers -= 1;
        return;
      }
      drawn += wanted;
      const story: string[] = [];
      try {
        const ledger = await killInARow(stage, random, wanted, story);
        tally.kills += wanted;
        tally.jobs += ledger.interrupted;
        tally.tooLate += ledger.tooLate;
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        throw new Error(`Seed ${String(seed)}, ledger ${String(number)}: ${story.join(', ')}: ${what}`, {
          cause: error,
        });
      }
      say(`Ledger ${String(number)}: ${story.join(', ')}, then whole.`);
    }
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return tally;
  } finally {
    await stage.close();
  }
}

async function killInARow(
  stage: KillStage,
  random: Random,
  wanted: number,
  story: string[],
): Promise<{ readonly interrupted: number; readonly tooLate: number }> {
  const ledgerPath = stage.newLedger();
  const killed = new Set<number>();
  let tooLate = 0;
  while (killed.size < wanted) {
    const child = stage.sync(ledgerPath, random.between(1, 2));
    const blow = await strike(child, random, stage.life);
    if (blow === null) {
      tooLate += 1;
      await finish(child);
      continue;
    }
    killed.add(child.pid);
    story.push(blow);
    if (existsSync(ledgerPath)) assertSound(lookAtLedger(ledgerPath));
  }
  const last = stage.sync(ledgerPath, random.between(1, 2));
  await finish(last);
  const looked = lookAtLedger(ledgerPath);
  assertSound(looked);
  assert.deepEqual(looked.whole, stage.undisturbed);
  assertJobs(looked.jobs, killed, last.pid);
  return { interrupted: looked.jobs.filter(({ status }) => status === 'interrupted').length, tooLate };
}

/** Kills the child at a moment drawn from its life. @returns when that was; `null`: it had ended before. */
async function strike(child: SyncChild, random: Random, life: Life): Promise<string | null> {
  const part = drawPart(random.unit());
  const waitMs = random.unit() * usualSpan * life[part];
  if (part !== 'loading') await child.told(part);
  await new Promise((resolve) => {
    setTimeout(resolve, waitMs);
  });
  return (await child.kill()) ? `killed ${waitMs.toFixed(1)} ms after "${part}"` : null;
}

function drawPart(unit: number): LifePart {
  let left = unit;
  for (const [part, share] of shares) {
    if (left < share) return part;
    left -= share;
  }
  return 'page';
}

/** Nothing is broken, and the jobs' counters add up to what is there: both were written in the same transactions. */
function assertSound({ integrity, orphans, jobs, counts }: LookedAt): void {
  assert.deepEqual(integrity, ['ok'], 'integrity_check');
  assert.deepEqual(orphans, [], 'foreign_key_check');
  const sum = (field: 'transactionsSynced' | 'pagesDone'): number =>
    jobs.reduce((total, job) => total + job[field], 0);
  assert.equal(sum('transactionsSynced'), counts.rows, 'rows the jobs say they added');
  assert.equal(sum('pagesDone'), counts.pages, 'pages the jobs say they stored');
}

/** A killed process either had no job yet, or left one that is `interrupted`, or had just finished it. */
function assertJobs(jobs: readonly KeptJob[], killed: ReadonlySet<number>, lastPid: number): void {
  for (const { status, pid, finishedAt } of jobs) {
    assert.notEqual(finishedAt, null, `a job that is ${status} has no end`);
    assert.ok(status === 'completed' || (status === 'interrupted' && killed.has(pid)), `a job is ${status}`);
  }
  assert.deepEqual([jobs.at(-1)?.status, jobs.at(-1)?.pid], ['completed', lastPid]);
}
