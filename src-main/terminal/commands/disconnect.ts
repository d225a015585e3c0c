import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { failed, type Result } from '#shared/result.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { openTokens } from '../open-tokens.ts';
import { showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/**
 * `passbook disconnect`: ends the consent at the bank and erases the tokens; rows and notes stay. A consent that the
 * bank ended already is no obstacle.
 */
export const disconnect = (context: CommandContext, connectionId: string): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen } = context;
    const found = await findConnection(context, ledger, connectionId);
    if (!found.ok) return showFailure(screen, found.failure);
    const ended = await endConsent(context, ledger, found.value);
    if (!ended.ok) return showFailure(screen, ended.failure);
    screen.record({ type: 'disconnected', connectionId });
    if (!screen.json)
      screen.say(`${found.value.providerName} is disconnected. Everything fetched stays in the ledger.`);
    return exitCode.ok;
  });

async function findConnection(
  { ledgerPath }: CommandContext,
  ledger: LedgerThread,
  connectionId: string,
): Promise<Result<Connection>> {
  const loaded = await ledger.run({ kind: 'load-connections', ledgerPath, connectionId });
  if (!loaded.ok) return loaded;
  const connection = loaded.value.find(({ id }) => id === connectionId);
  return connection === undefined
    ? failed({ kind: 'not-found', what: 'connection', id: connectionId })
    : { ok: true, value: connection };
}

async function endConsent(
  context: CommandContext,
  ledger: LedgerThread,
  connection: Connection,
): Promise<Result<null>> {
  const { parts, ledgerPath, clock } = context;
  const tokens = await openTokens(context);
  if (!tokens.ok) return tokens;
  const accessToken = await tokens.value.current(connection);
  if (accessToken.ok) {
    const revoked = await parts.revoke(connection.authUrl, accessToken.value);
    if (!revoked.ok) return revoked;
  } else if (accessToken.failure.kind !== 'reconnect-needed') {
    return accessToken;
  }
  const forgotten = await tokens.value.forget(connection.id);
  if (!forgotten.ok) return forgotten;
  const nowIso = toIso(clock.nowMs());
  return ledger.run({
    kind: 'set-connection-state',
    ledgerPath,
    connectionId: connection.id,
    state: 'revoked',
    nowIso,
  });
}
