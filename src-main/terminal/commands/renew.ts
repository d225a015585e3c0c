import { findConnection } from '../../connect/end-consent.ts';
import { readRenewal } from '../../connect/renewal.ts';
import type { CommandContext } from '../command-context.ts';
import { clientSecretOf, connectAndSync, type ConnectOptions, missingSecret } from './connect.ts';
import { openStoreOrOffer } from '../open-store-or-offer.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { withTokens } from '../with-tokens.ts';

/** What may be said about a renewal; the rest is known from the connection. */
export type RenewOptions = Omit<ConnectOptions, 'env' | 'clientId' | 'redirectUri'> & {
  readonly redirectUri?: string;
};

/**
 * `passbook connect --renew`: a new consent for a known connection, before the old one ends or after. Accounts, rows
 * and notes stay where they are, and the old consent stays in use until the new one has shown the same accounts.
 */
export const renew = (
  context: CommandContext,
  connectionId: string,
  options: RenewOptions,
): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath } = context;
    const found = await findConnection(ledger, ledgerPath, connectionId);
    if (!found.ok) return showFailure(screen, found.failure);
    const { environment, authUrl, apiUrl, clientId } = found.value;
    const store = await openStoreOrOffer(context);
    if (!store.ok) return showFailure(screen, store.failure);
    const kept = await store.value.read({ kind: 'client-secret', authUrl, clientId });
    if (!kept.ok) return showFailure(screen, kept.failure);
    const given = kept.value === null ? await clientSecretOf(context) : null;
    const clientSecret = kept.value ?? (given?.kind === 'given' ? given.text.trim() : '');
    if (clientSecret === '') return refuse(screen, missingSecret);
    const renewal = await readRenewal(store.value, found.value);
    if (!renewal.ok) return showFailure(screen, renewal.failure);
    const redirectUri = options.redirectUri ?? found.value.redirectUri;
    return withTokens(context, store.value, (tokens) =>
      connectAndSync(
        context,
        { ...options, env: environment, clientId, redirectUri },
        {
          ledger,
          store: store.value,
          tokens,
          hosts: { authUrl, apiUrl },
          clientSecret,
          renews: renewal.value,
        },
      ),
    );
  });
