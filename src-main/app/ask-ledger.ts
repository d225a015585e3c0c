import type { Clock } from '#shared/clock.ts';
import { toIso } from '#shared/clock.ts';
import type { LedgerAnswers, LedgerTask } from '#shared/ledger-tasks.ts';
import type { Result } from '#shared/result.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { Board } from './board.ts';

/** Where and when a task of the open ledger is run. */
export interface LedgerMoment {
  readonly ledgerPath: string;
  readonly nowIso: string;
}

/** Asks the ledger the window shows, or says why it is not open. */
export type AskLedger = <T extends LedgerTask>(
  task: (at: LedgerMoment) => T,
) => Promise<Result<LedgerAnswers[T['kind']]>>;

/** @see AskLedger */
export const createAskLedger =
  (ledger: LedgerThread, board: Board, clock: Clock): AskLedger =>
  async (task) => {
    const opened = await board.present();
    if (!opened.ok) return opened;
    return ledger.run(task({ ledgerPath: opened.value.ledgerPath, nowIso: toIso(clock.nowMs()) }));
  };
