import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { CommandContext } from '../command-context.ts';
import { checkTarget } from '../check-target.ts';
import { dayRangeProblem, type DayOptions } from '../day-range.ts';
import { runSync } from '../run-sync.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withChosenTokens } from '../with-tokens.ts';

/** Absent ids mean all. `workers`: accounts at a time. */
export interface SyncOptions extends DayOptions {
  readonly connection?: string;
  readonly account?: string;
  readonly workers: number;
  readonly unattended?: boolean;
  readonly lookBack: number;
  /** False after `--no-pending`. */
  readonly pending: boolean;
}

/** `passbook sync`: blocks until the job has ended. */
export async function sync(context: CommandContext, options: SyncOptions): Promise<number> {
  const { screen, clock } = context;
  const problem = dayRangeProblem(options, clock.nowMs(), { future: 'refuse' });
  if (problem !== null) return refuse(screen, problem);
  return withExistingLedger(context, async (ledger) => {
    // Before the keychain is opened: a mistyped id must not be answered with a sentence about keychains.
    const target = await checkTarget(ledger, context.ledgerPath, options);
    if (!target.ok) return showFailure(screen, target.failure);
    const request = requestOf(options);
    const { workers, lookBack: lookBackDays, pending: withPending } = options;
    const habits = { lookBackDays, withPending };
    return withChosenTokens(context, (tokens) =>
      runSync(context, { ledger, tokens, request, workers, habits }),
    );
  });
}

const requestOf = ({ connection, account, from, to, unattended }: SyncOptions): SyncRequest => ({
  requestedBy: unattended === true ? 'schedule' : 'user',
  attended: unattended !== true,
  ...(connection === undefined ? {} : { connectionId: connection }),
  ...(account === undefined ? {} : { accountId: account }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
