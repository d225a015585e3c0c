import { toIso, type Clock } from '#shared/clock.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';

/** A refresh token that nobody uses for 30 days dies (facts, 1.8); ten days are left for the next run to come. */
const idleBeforeRefreshMs = 20 * 86_400_000;

/** What keeping consents alive works with. */
export interface KeepAliveDeps {
  readonly ledger: LedgerThread;
  readonly ledgerPath: string;
  readonly tokens: Pick<AccessTokens, 'current'>;
  readonly clock: Clock;
}

/**
 * Refreshes the tokens of every active connection that no run has used for 20 days, such as one left out by
 * `--connection`: so any run of the app keeps all of them from the idle death. Costs the bank nothing. What fails
 * stays as it is for the next run; a consent that turns out to be over is marked.
 *
 * @returns how many connections' rows were brought up to date.
 */
export async function keepConsentsAlive({
  ledger,
  ledgerPath,
  tokens,
  clock,
}: KeepAliveDeps): Promise<number> {
  const sinceIso = toIso(clock.nowMs() - idleBeforeRefreshMs);
  const idle = await ledger.run({ kind: 'list-idle-connections', ledgerPath, sinceIso });
  let updated = 0;
  if (!idle.ok) return updated;
  for (const connection of idle.value) {
    const token = await tokens.current(connection);
    if (!token.ok && token.failure.kind !== 'reconnect-needed') continue;
    const state = token.ok ? 'active' : 'reconnect-needed';
    const nowIso = toIso(clock.nowMs());
    await ledger.run({
      kind: 'set-connection-state',
      ledgerPath,
      connectionId: connection.id,
      state,
      nowIso,
    });
    updated += 1;
  }
  return updated;
}
