import type { CommandContext } from '../command-context.ts';
import { checkClock } from '../doctor/check-clock.ts';
import { checkCompleteness } from '../doctor/check-completeness.ts';
import { checkConsents, checkRateLimits } from '../doctor/check-consents.ts';
import { checkKeychain } from '../doctor/check-keychain.ts';
import { checkLedger } from '../doctor/check-ledger.ts';
import { checkNode } from '../doctor/check-node.ts';
import type { Finding } from '../doctor/finding.ts';
import { exitCode } from '../exit-code.ts';

const labels = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

/** `passbook doctor`: a sentence for each thing a sync depends on; fails when one of them would stop it. */
export async function doctor(context: CommandContext): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const ledger = context.parts.createLedger();
  try {
    const checked = await checkLedger(ledger, ledgerPath);
    const findings: readonly Finding[] = [
      checkNode(context.surroundings.nodeVersion),
      await checkKeychain(() => context.parts.openTokenStore(context.environment.tokenStore)),
      checked,
      ...(checked.state === 'ok' ? await checkConsents(ledger, ledgerPath, clock.nowMs()) : []),
      ...(checked.state === 'ok' ? await checkCompleteness(ledger, ledgerPath, clock.nowMs()) : []),
      ...(checked.state === 'ok' ? await checkRateLimits(ledger, ledgerPath, clock.nowMs()) : []),
      checkClock(clock.nowMs(), context.clockOffsetMs),
    ];
    for (const finding of findings) {
      screen.record(finding);
      if (!screen.json) screen.say(`${labels[finding.state]}  ${finding.message}`);
    }
    return findings.some((finding) => finding.state === 'fail') ? exitCode.failed : exitCode.ok;
  } finally {
    await ledger.close();
  }
}
