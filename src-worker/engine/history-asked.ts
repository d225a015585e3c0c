import type { AccountRun } from './account-run.ts';

/** Says how the race against the bank's five minutes went for an account: with how much to spare, or how late. */
export function sayHistoryAsked(run: AccountRun): null {
  const leftMs = Date.parse(run.historyEndsIso ?? '') - run.clock.nowMs();
  if (Number.isNaN(leftMs)) return null;
  const { accountId, displayName } = run.account;
  run.emit({ kind: 'history-asked', accountId, displayName, leftMs });
  return null;
}
