import { readableDuration } from '#shared/words/readable-time.ts';
import type { AccountRun } from './account-run.ts';

/** Says how the race against the bank's five minutes went for an account: with how much to spare, or how late. */
export function sayHistoryAsked(run: AccountRun): null {
  const leftMs = Date.parse(run.historyEndsIso ?? '') - run.clock.nowMs();
  if (Number.isNaN(leftMs)) return null;
  const when =
    leftMs >= 0
      ? `${readableDuration(leftMs)} before the bank closes it`
      : `${readableDuration(-leftMs)} after the bank began to close it`;
  const text = `All old history of ${run.account.displayName} is asked for, ${when}`;
  run.emit({ kind: 'note', accountId: run.account.accountId, text });
  return null;
}
