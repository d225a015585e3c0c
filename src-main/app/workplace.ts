import { realpathSync } from 'node:fs';
import { toIso } from '#shared/clock.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { OpenAccessTokens } from '../auth/access-tokens.ts';
import { createMemoryTokenStore } from '../auth/memory-token-store.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { ConnectDeps } from '../connect/connect-bank.ts';
import { psuIpFor } from '../connect/psu-ip.ts';
import type { SecretPlace } from '../connect/secret-place.ts';
import type { SyncRunner } from '../sync/sync-runner.ts';
import type { AppDeps } from './app-deps.ts';

/** One ledger with what belongs to it: the user's own, or the demo bank's, whose secrets are worth nothing. */
export interface Workplace {
  readonly kind: 'real' | 'demo';
  readonly ledgerPath: string;
  readonly store: TokenStore;
  readonly tokens: OpenAccessTokens;
  readonly runner: SyncRunner;
}

/** The workplace in use. One at a time. */
export interface Workplaces {
  /** Opens it (creates or migrates its ledger) unless it is open. A failure leaves the former in use. */
  readonly use: (kind: Workplace['kind']) => Promise<Result<Workplace>>;
  /** Lets go of it: the next `use` opens what then lies where. */
  readonly close: () => Promise<void>;
}

/** In test mode there is one ledger and one memory for all: the profile is thrown away as a whole. */
export function createWorkplaces(deps: AppDeps, secrets: SecretPlace): Workplaces {
  let open: Workplace | null = null;
  const demoSecrets = deps.launch.testMode === null ? createMemoryTokenStore() : secrets.store;

  const build = (kind: Workplace['kind'], ledgerPath: string): Workplace => {
    const { clock, clockOffsetMs, log, ledger, settings, outwardAddress } = deps;
    const store = kind === 'demo' ? demoSecrets : secrets.store;
    const tokens = deps.createAccessTokens({ store, clock, lockFolder: `${realpathSync(ledgerPath)}.locks` });
    const psuIp = (apiUrl: string): Promise<string | undefined> =>
      psuIpFor({ set: settings.read().psuIp, outwardAddress }, apiUrl);
    const runner = deps.createSyncRunner({ ledger, ledgerPath, tokens, clock, clockOffsetMs, psuIp, log });
    return { kind, ledgerPath, store, tokens, runner };
  };

  return {
    use: async (kind) => {
      if (open?.kind === kind) return succeeded(open);
      const ledgerPath = deps.ledgerPaths[kind];
      const nowIso = toIso(deps.clock.nowMs());
      const opened = await deps.ledger.run({ kind: 'open-ledger', ledgerPath, nowIso });
      if (!opened.ok) return opened;
      await open?.tokens.close();
      open = build(kind, ledgerPath);
      const memory = deps.memory.read();
      if (memory.openLedger !== kind) deps.memory.write({ ...memory, openLedger: kind });
      return succeeded(open);
    },
    close: async () => {
      const left = open;
      open = null;
      await left?.tokens.close();
    },
  };
}

/** What connecting needs, in that workplace. */
export const connectDepsOf = (
  { ledger, clock, log, authorise, newId }: AppDeps,
  { ledgerPath, store, tokens }: Workplace,
): ConnectDeps => ({ ledger, ledgerPath, store, tokens, clock, log, authorise, newId });
