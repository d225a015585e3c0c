import { failedOutcome } from '#shared/account-outcome.ts';
import type { Connection } from '#shared/connection.ts';
import type { Failure } from '#shared/failure.ts';
import type { AccountOutcome } from '#shared/job.ts';
import type { AccountTally, DiscoveredAccount, SyncAccountTask } from '#shared/sync-tasks.ts';
import { endAccount, type JobRun } from './job-run.ts';
import { commonTask } from './common-task.ts';
import { taskFailure } from './task-failure.ts';

const nothing: AccountTally = { pages: 0, transactionsSynced: 0, duplicates: 0, elapsedMs: 0 };

/** A new token that is refused as well, before a single page: no refresh will help. */
const mostFruitlessRenewals = 2;

/** No bank's token is this short-lived. One refused sooner was refused for another reason than its age. */
const shortestTokenLifeMs = 60_000;
/**
 * Pages alone prove nothing: a bank that serves transactions and refuses the token for, say, the balance would be
 * asked for the same page and a new token for ever. Another program that refreshes too may cost us a token or two.
 */
const mostHastyRenewals = 3;
/** How often others' renewals may end this account's token: more than a bank full of accounts brings about. */
const mostOvertaken = 50;

/**
 * One account to its end. A token that expires on the way is a normal end of the task: one refresh for all accounts
 * of the connection, then the rest is submitted again and goes on from what is stored.
 */
export async function syncOneAccount(
  run: JobRun,
  connection: Connection,
  account: DiscoveredAccount,
  firstToken: string,
): Promise<AccountOutcome> {
  const of = { accountId: account.accountId, connectionId: connection.id, displayName: account.displayName };
  let accessToken = firstToken;
  let tally = account.alreadyDone ?? nothing;
  let fruitless = 0;
  let hasty = 0;
  let overtaken = 0;
  let renewedAtMs = Number.NEGATIVE_INFINITY;
  const fail = (failure: Failure): AccountOutcome => endAccount(run, failedOutcome(of, tally, failure));

  for (;;) {
    let pages: number;
    if (run.stop.aborted) return fail({ kind: 'cancelled' });
    const { from, to, attended } = run.request;
    const task: SyncAccountTask = {
      kind: 'sync-account',
      ...(await commonTask(run, connection, accessToken)),
      accountId: account.accountId,
      pagesBefore: tally.pages,
      singleWindow: !attended,
      ...run.habits,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    try {
      const answer = await run.pool.run(task, { onEvent: run.apply, stop: run.stop, kill: run.kill });
      if (answer.kind === 'ended') {
        return endAccount(run, { ...answer.outcome, ...sum(tally, answer.outcome) });
      }
      tally = sum(tally, answer.tally);
      pages = answer.tally.pages;
    } catch (error) {
      return fail(taskFailure(run, error));
    }
    const newest = await run.deps.tokens.current(connection);
    if (newest.ok && newest.value !== accessToken && overtaken < mostOvertaken) {
      // Another account's renewal ended this token on the way (facts, 1.8): that says nothing against ours.
      overtaken += 1;
      accessToken = newest.value;
      continue;
    }
    fruitless = pages === 0 ? fruitless + 1 : 0;
    hasty = run.deps.clock.nowMs() - renewedAtMs < shortestTokenLifeMs ? hasty + 1 : 0;
    if (fruitless >= mostFruitlessRenewals || hasty >= mostHastyRenewals) {
      return fail({ kind: 'reconnect-needed', cause: 'token-refused' });
    }
    const renewed = await run.deps.tokens.renewed(connection, accessToken);
    if (!renewed.ok) return fail(renewed.failure);
    accessToken = renewed.value;
    renewedAtMs = run.deps.clock.nowMs();
  }
}

const sum = (a: AccountTally, b: AccountTally): AccountTally => ({
  pages: a.pages + b.pages,
  transactionsSynced: a.transactionsSynced + b.transactionsSynced,
  duplicates: a.duplicates + b.duplicates,
  elapsedMs: a.elapsedMs + b.elapsedMs,
});
