import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { isEnded } from '#shared/job.ts';
import { type Result, succeeded } from '#shared/result.ts';
import { wordsOf } from '#shared/words/failure-words.ts';
import { endConsent, findConnection } from '../../connect/end-consent.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { CommandContext } from '../command-context.ts';
import { copyBeforeDeleting, type CopyKept } from '../copy-before-deleting.ts';
import { exitCode, exitCodeOfFailure } from '../exit-code.ts';
import { refuse, showError, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withChosenTokens } from '../with-tokens.ts';

/** `deleteData`: rows as well; a copy of the ledger is kept first, and it is asked about unless `yes`. */
export interface DisconnectOptions {
  readonly deleteData?: boolean;
  readonly yes?: boolean;
}

/**
 * `passbook disconnect`: ends the consent at the bank and erases the tokens; rows and notes stay, unless asked to go.
 * A consent that the bank ended already is no obstacle.
 */
export const disconnect = (
  context: CommandContext,
  connectionId: string,
  options: DisconnectOptions = {},
): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock, parts } = context;
    const found = await findConnection(ledger, ledgerPath, connectionId);
    if (!found.ok) return showFailure(screen, found.failure);
    const bank = found.value.providerName;
    if (options.deleteData === true && options.yes !== true && !(await isConfirmed(context, bank))) {
      return refuse(
        screen,
        'Nothing was deleted and nothing disconnected. Add --yes to go on without being asked.',
      );
    }
    return withChosenTokens(context, async (tokens) => {
      const kept = options.deleteData === true ? await readyToDelete(context, ledger, found.value) : null;
      if (typeof kept === 'number') return kept;
      const deps = { ledger, ledgerPath, clock, tokens, revoke: parts.revoke };
      const ended = await endConsent(deps, found.value);
      if (!ended.ok) return showFailure(screen, ended.failure);
      if (options.deleteData === true) return deleteData(context, ledger, found.value, kept);
      screen.record({ type: 'disconnected', connectionId: found.value.id });
      if (!screen.json) screen.say(`${bank} is disconnected. Everything fetched stays in the ledger.`);
      return exitCode.ok;
    });
  });

/**
 * Before anything else: what cannot be deleted safely stays connected too. Tells why not.
 *
 * @returns the copy, or the exit code to end with
 */
async function readyToDelete(
  context: CommandContext,
  ledger: LedgerThread,
  connection: Connection,
): Promise<CopyKept | number> {
  const { screen } = context;
  const jobId = await runningJob(context, ledger);
  if (!jobId.ok) return showFailure(screen, jobId.failure);
  if (jobId.value !== null) return showFailure(screen, { kind: 'job-running', jobId: jobId.value });
  const kept = await copyBeforeDeleting(context, ledger, connection);
  if (kept.ok) return kept.value;
  const { kind } = kept.failure;
  const code = exitCodeOfFailure(kept.failure);
  const message = `${wordsOf(kept.failure).happened} No copy of the ledger could be made, so nothing was deleted and nothing disconnected. Put that right, then try again.`;
  showError(screen, { kind, message, exitCode: code });
  return code;
}

/** A sync would go on writing rows of the bank that is gone. More than one job at a time is rare, five unheard of. */
async function runningJob(
  { ledgerPath, clock }: CommandContext,
  ledger: LedgerThread,
): Promise<Result<string | null>> {
  const jobs = await ledger.run({ kind: 'list-jobs', ledgerPath, limit: 5, nowIso: toIso(clock.nowMs()) });
  return jobs.ok ? succeeded(jobs.value.find(({ status }) => !isEnded(status))?.jobId ?? null) : jobs;
}

/** The consent is over by now; what may fail is told with the way to try again. */
async function deleteData(
  { screen, ledgerPath, clock }: CommandContext,
  ledger: LedgerThread,
  { id: connectionId, providerName }: Connection,
  backup: CopyKept,
): Promise<number> {
  const nowIso = toIso(clock.nowMs());
  const forgotten = await ledger.run({ kind: 'forget-connection', ledgerPath, connectionId, nowIso });
  if (!forgotten.ok) return showFailure(screen, forgotten.failure);
  const { transactions } = forgotten.value;
  screen.record({ type: 'disconnected', connectionId, deletedTransactions: transactions, backup });
  if (!screen.json) {
    screen.say(
      `${providerName} is disconnected, and its ${String(transactions)} transactions are deleted from the ledger.`,
    );
    screen.say(
      'Copies kept of the ledger still hold them: those, and files exported earlier, are yours to delete.',
    );
  }
  return exitCode.ok;
}

/** The bank's name has to be typed: a yes is given too easily. */
async function isConfirmed({ surroundings }: CommandContext, bank: string): Promise<boolean> {
  const text = `This deletes everything fetched from ${bank}, once a copy of the ledger is kept. Type "${bank}" to go on: `;
  const answer = await surroundings.ask({ text });
  return answer.kind === 'given' && answer.text.trim() === bank;
}
