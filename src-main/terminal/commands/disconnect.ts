import { endConsent, findConnection } from '../../connect/end-consent.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withChosenTokens } from '../with-tokens.ts';

/**
 * `passbook disconnect`: ends the consent at the bank and erases the tokens; rows and notes stay. A consent that the
 * bank ended already is no obstacle.
 */
export const disconnect = (context: CommandContext, connectionId: string): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock, parts } = context;
    const found = await findConnection(ledger, ledgerPath, connectionId);
    if (!found.ok) return showFailure(screen, found.failure);
    return withChosenTokens(context, async (tokens) => {
      const deps = { ledger, ledgerPath, clock, tokens, revoke: parts.revoke };
      const ended = await endConsent(deps, found.value);
      if (!ended.ok) return showFailure(screen, ended.failure);
      screen.record({ type: 'disconnected', connectionId });
      if (!screen.json) {
        screen.say(`${found.value.providerName} is disconnected. Everything fetched stays in the ledger.`);
      }
      return exitCode.ok;
    });
  });
