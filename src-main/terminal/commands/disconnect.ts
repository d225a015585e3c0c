import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { endConsent, findConnection } from '../../connect/end-consent.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withChosenTokens } from '../with-tokens.ts';

/** `deleteData`: rows as well; it cannot be taken back, so it is asked about unless `yes`. */
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
      const deps = { ledger, ledgerPath, clock, tokens, revoke: parts.revoke };
      const ended = await endConsent(deps, found.value);
      if (!ended.ok) return showFailure(screen, ended.failure);
      if (options.deleteData === true) return deleteData(context, ledger, found.value);
      screen.record({ type: 'disconnected', connectionId: found.value.id });
      if (!screen.json) screen.say(`${bank} is disconnected. Everything fetched stays in the ledger.`);
      return exitCode.ok;
    });
  });

/** The consent is over by now; what may fail is told with the way to try again. */
async function deleteData(
  { screen, ledgerPath, clock }: CommandContext,
  ledger: LedgerThread,
  { id: connectionId, providerName }: Connection,
): Promise<number> {
  const nowIso = toIso(clock.nowMs());
  const forgotten = await ledger.run({ kind: 'forget-connection', ledgerPath, connectionId, nowIso });
  if (!forgotten.ok) return showFailure(screen, forgotten.failure);
  const { transactions } = forgotten.value;
  screen.record({ type: 'disconnected', connectionId, deletedTransactions: transactions });
  if (!screen.json) {
    screen.say(
      `${providerName} is disconnected, and its ${String(transactions)} transactions are deleted from the ledger.`,
    );
    screen.say('Files exported earlier, and copies kept of the ledger, are yours to delete.');
  }
  return exitCode.ok;
}

/** The bank's name has to be typed: a yes is given too easily. */
async function isConfirmed({ surroundings }: CommandContext, bank: string): Promise<boolean> {
  const text = `This deletes everything fetched from ${bank}, for good. Type "${bank}" to go on: `;
  const answer = await surroundings.ask({ text });
  return answer.kind === 'given' && answer.text.trim() === bank;
}
