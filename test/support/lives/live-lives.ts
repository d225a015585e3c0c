import fc from 'fast-check';
import { createLifeLedgers } from './life-ledger.ts';
import { anyLife } from './life-step.ts';
import { runLife } from './run-life.ts';

/**
 * Lives `count` random lives. A life that fails is shrunk to the fewest steps that still fail; the error names the
 * seed, the steps, and what was wrong.
 */
export async function liveLives(options: { readonly count: number; readonly seed: number }): Promise<void> {
  const ledgers = createLifeLedgers();
  try {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const ledger = ledgers.open();
        try {
          await runLife(life, ledger);
        } finally {
          ledger.close();
        }
      }),
      { numRuns: options.count, seed: options.seed, endOnFailure: false },
    );
  } finally {
    ledgers.close();
  }
}
