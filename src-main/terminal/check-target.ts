import { failed, succeeded, type Result } from '#shared/result.ts';
import { findConnection } from '../connect/end-consent.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';

/** Whether there is anything to sync: something connected, and the ids that were given known. */
export async function checkTarget(
  ledger: LedgerThread,
  ledgerPath: string,
  { connection, account }: { readonly connection?: string; readonly account?: string },
): Promise<Result<null>> {
  if (connection !== undefined) {
    const named = await findConnection(ledger, ledgerPath, connection);
    return named.ok ? checkAccount(ledger, ledgerPath, account) : named;
  }
  const connections = await ledger.run({ kind: 'load-connections', ledgerPath });
  if (!connections.ok) return connections;
  if (connections.value.length === 0) return failed({ kind: 'nothing-connected' });
  return checkAccount(ledger, ledgerPath, account);
}

/** Whether the account that was named is one of the ledger's; none named is well. */
export async function checkAccount(
  ledger: LedgerThread,
  ledgerPath: string,
  account: string | undefined,
): Promise<Result<null>> {
  if (account === undefined) return succeeded(null);
  const accounts = await ledger.run({ kind: 'list-accounts', ledgerPath });
  if (!accounts.ok) return accounts;
  return accounts.value.some((row) => row.account_id === account)
    ? succeeded(null)
    : failed({ kind: 'not-found', what: 'account', id: account });
}
