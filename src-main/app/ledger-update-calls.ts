import type { ledgerUpdateCalls } from '#shared/ipc/ledger-update-calls.ts';
import type { LedgerUpdate } from '#shared/ledger-update.ts';
import { succeeded } from '#shared/result.ts';
import type { AppDeps } from './app-deps.ts';
import type { CallHandlers } from './call-handlers.ts';

/**
 * Tells the window how far the update of an older ledger is, and one that opens meanwhile. The ledger's thread is busy
 * with it: what it told last is kept here, and it is not asked.
 */
export function answerLedgerUpdateCalls({
  ledger,
  desktop,
  log,
}: Pick<AppDeps, 'ledger' | 'desktop' | 'log'>): Pick<CallHandlers, keyof typeof ledgerUpdateCalls> {
  let now: LedgerUpdate | null = null;
  ledger.onUpdate((update) => {
    if (now === null && update !== null) {
      log.info(`The ledger is brought up to date; as it was it is kept in ${update.copyPath}`);
    }
    now = update;
    desktop.push('ledger.updating', update);
  });
  return { 'ledger.update': () => Promise.resolve(succeeded(now)) };
}
