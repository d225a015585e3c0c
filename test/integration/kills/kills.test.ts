import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runKills } from './run-kills.ts';

describe('a sync killed with kill -9', () => {
  test(
    'at 50 random moments, up to six in a row, ends with exactly the rows of an undisturbed one',
    { timeout: 300_000 },
    async (t) => {
      const seed = Math.floor(Math.random() * 1_000_000);
      const { kills, jobs, ledgers } = await runKills({ count: 50, seed, say: () => undefined });
      t.diagnostic(
        `Seed ${String(seed)}: ${String(ledgers)} ledgers, ${String(jobs)} jobs interrupted. Any number: npm run kills -- --count N --seed S`,
      );
      assert.equal(kills, 50);
      // Otherwise the blows fell where nothing was going on.
      assert.ok(jobs >= 10, `only ${String(jobs)} jobs were interrupted`);
    },
  );
});
