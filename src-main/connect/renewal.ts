import type { Connection } from '#shared/connection.ts';
import { type Result, succeeded } from '#shared/result.ts';
import type { TokenStore } from '../auth/token-store.ts';

/** A consent given to renew another. Secret: `refreshToken`; `null`: there is none, so a plain link has to do. */
export interface Renewal {
  readonly connectionId: string;
  readonly refreshToken: string | null;
}

/**
 * What a renewal needs from the store. The old consent is not touched: its tokens stay in use until the new one
 * has shown the same accounts and fetched something of one of them (src-worker/tasks/run-discover.ts).
 */
export async function readRenewal(store: TokenStore, { id }: Connection): Promise<Result<Renewal>> {
  const kept = await store.read({ kind: 'refresh-token', connectionId: id });
  return kept.ok ? succeeded({ connectionId: id, refreshToken: kept.value }) : kept;
}
