import { startDemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { DemoBankOptions } from '../../../src-demo-bank/demo-bank-options.ts';

/** A Tuesday, long after any daylight-saving change. */
export const tuesdayMs = Date.UTC(2026, 0, 6, 8);

/**
 * Opens a bank, runs the test, closes the bank. Its clock stands still (`control.advance` moves it), and it approves
 * by itself.
 */
export async function withDemoBank(
  options: DemoBankOptions,
  run: (bank: DemoBank) => Promise<void>,
): Promise<void> {
  const bank = await startDemoBank({ autoApprove: true, nowMs: () => tuesdayMs, ...options });
  try {
    await run(bank);
  } finally {
    await bank.close();
  }
}
