import type { JobRecord } from '#shared/ledger-views.ts';
import type { DemoBankKeeper } from '../connect/demo-bank-keeper.ts';
import type { LogDoor } from '../log/log-door.ts';
import type { Board } from './board.ts';
import type { DemoDoor } from './demo-door.ts';
import type { SyncDesk } from './sync-desk.ts';

/** What an evening at the demo bank needs of the app. */
export interface EveningDeps {
  readonly bank: DemoBankKeeper;
  readonly sync: SyncDesk;
  readonly demo: Pick<DemoDoor, 'isDemo'>;
  readonly board: Board;
  readonly log: LogDoor;
}

/**
 * Once the demo bank has been synced whole for the first time an evening passes there, and is synced by itself: what a
 * bank's evening brings (payments that settle, doubts, amendments) is the half of Passbook that one sync cannot show.
 * Never rejects.
 */
export async function passEvening(
  { bank, sync, demo, board, log }: EveningDeps,
  { status, requestedBy, accounts: [account] }: JobRecord,
): Promise<void> {
  // The user must have been there: unattended calls are few, and nobody looks on.
  if (status !== 'completed' || requestedBy === 'schedule' || account === undefined) return;
  const { connectionId } = account;
  try {
    const isThere = (): boolean =>
      board
        .facts()
        .connections.some(
          (each) => each.id === connectionId && demo.isDemo(each) && each.state !== 'revoked',
        );
    if (!isThere() || !(await bank.passEvening())) return;
    // Who was faster than the evening disconnected the bank, and may be at a ledger of their own.
    if (!isThere()) return;
    log.info('An evening has passed at the demo bank');
    await sync.start({ requestedBy: 'evening', attended: true, connectionId });
  } catch (error) {
    log.warn('The evening at the demo bank did not pass', { detail: String(error) });
  }
}
