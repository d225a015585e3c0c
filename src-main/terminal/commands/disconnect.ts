import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { Failure } from '#shared/failure.ts';
import { type Result, succeeded } from '#shared/result.ts';
import { wordsOf } from '#shared/words/failure-words.ts';
import { readableBytes } from '#shared/words/readable-bytes.ts';
import { endConsent, findConnection } from '../../connect/end-consent.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode, exitCodeOfFailure } from '../exit-code.ts';
import { refuse, showError, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withChosenTokens } from '../with-tokens.ts';

/** `deleteData`: rows as well; a copy of the ledger is kept first, and it is asked about unless `yes`. */
export interface DisconnectOptions {
  readonly deleteData?: boolean;
  readonly yes?: boolean;
}

/** The copy of the ledger as it was; `null`: nothing was ever fetched, so that there is nothing to copy. */
type CopyKept = { readonly path: string; readonly bytes: number } | null;

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
      // Before anything else: without a copy nothing is deleted, and what is not deleted stays connected.
      const kept =
        options.deleteData === true ? await keepCopy(context, ledger, found.value) : succeeded(null);
      if (!kept.ok) {
        const { kind } = kept.failure;
        const code = exitCodeOfFailure(kept.failure);
        showError(screen, { kind, message: withoutCopy(kept.failure), exitCode: code });
        return code;
      }
      const deps = { ledger, ledgerPath, clock, tokens, revoke: parts.revoke };
      const ended = await endConsent(deps, found.value);
      if (!ended.ok) return showFailure(screen, ended.failure);
      if (options.deleteData === true) return deleteData(context, ledger, found.value, kept.value);
      screen.record({ type: 'disconnected', connectionId: found.value.id });
      if (!screen.json) screen.say(`${bank} is disconnected. Everything fetched stays in the ledger.`);
      return exitCode.ok;
    });
  });

/** As the window does before it deletes; told at once, since what comes after may fail. */
async function keepCopy(
  { screen, ledgerPath, clock }: CommandContext,
  ledger: LedgerThread,
  { id }: Connection,
): Promise<Result<CopyKept>> {
  const accounts = await ledger.run({ kind: 'list-accounts', ledgerPath });
  if (!accounts.ok) return accounts;
  if (!accounts.value.some(({ connection_id }) => connection_id === id)) return succeeded(null);
  const nowIso = toIso(clock.nowMs());
  const made = await ledger.run({ kind: 'back-up', ledgerPath, reason: 'before-forget', nowIso });
  if (!made.ok) return made;
  const { path, bytes } = made.value;
  screen.complain(`A copy of the ledger as it was is kept at ${path} (${readableBytes(bytes)}).`);
  return succeeded({ path, bytes });
}

const withoutCopy = (failure: Failure): string =>
  `${wordsOf(failure).happened} No copy of the ledger could be made, so nothing was deleted and nothing disconnected. Put that right, then try again.`;

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
