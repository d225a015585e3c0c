import { accountSignSchema } from '#shared/account-sign.ts';
import { toIso } from '#shared/clock.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `passbook sign`: for the rare bank that sends an account's purchases as money in. */
export async function sign(context: CommandContext, accountId: string, wish: string): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const decoded = accountSignSchema.safeParse(wish);
  if (!decoded.success) return refuse(screen, `There is no sign "${wish}": choose as-sent or reversed.`);
  return withExistingLedger(context, async (ledger) => {
    const nowIso = toIso(clock.nowMs());
    const task = { kind: 'set-account-sign', ledgerPath, accountId, sign: decoded.data, nowIso } as const;
    const answer = await ledger.run(task);
    if (!answer.ok) return showFailure(screen, answer.failure);
    const { turned } = answer.value;
    screen.record({ type: 'sign', accountId, sign: decoded.data, turned });
    if (!screen.json) {
      screen.say(
        `Amounts of this account are now taken ${decoded.data === 'reversed' ? 'the other way round' : 'as the bank sends them'}; ${String(turned)} transactions were turned round.`,
      );
    }
    return exitCode.ok;
  });
}
