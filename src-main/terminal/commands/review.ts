import { toIso } from '#shared/clock.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { settlementWords } from '#shared/words/settlement-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { moneyText } from '../money-text.ts';
import { showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `all`: also the links nobody doubts. */
export interface ReviewOptions {
  readonly all?: boolean;
}

const listed = 200;

const columns: readonly Column<SettlementRow>[] = [
  { title: 'Id', cell: (row) => String(row.id), align: 'right' },
  { title: 'Pending', cell: (row) => row.pending_date },
  { title: 'Amount', cell: (row) => moneyText(row.pending_amount_minor, row.currency), align: 'right' },
  { title: 'Description', cell: descriptions, shrinks: true },
  { title: 'Booked', cell: (row) => row.booked_date },
  { title: 'Amount', cell: (row) => moneyText(row.booked_amount_minor, row.currency), align: 'right' },
  { title: 'Because', cell: (row) => `${settlementWords[row.reason]} (${row.confidence})` },
];

/** `passbook review`: pending rows that may have become a booked one, for the user to say whether they did. */
export const review = (context: CommandContext, { all = false }: ReviewOptions): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath } = context;
    const which = all ? 'all' : 'doubtful';
    const answer = await ledger.run({ kind: 'list-settlements', ledgerPath, which, limit: listed });
    if (!answer.ok) return showFailure(screen, answer.failure);
    const none = all
      ? 'No pending transaction was booked yet.'
      : 'Nothing to review: no pending transaction is in doubt.';
    showRows(context, columns, answer.value, none);
    if (answer.value.length > 0 && !all) {
      screen.say(
        'Say which are right with "passbook review confirm ID", and which are not with "passbook review undo ID".',
      );
    }
    return exitCode.ok;
  });

/** `passbook review confirm|undo ID`. */
export const decideReview = (
  context: CommandContext,
  pendingId: number,
  verdict: 'confirmed' | 'undone',
): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock } = context;
    const nowIso = toIso(clock.nowMs());
    const answer = await ledger.run({ kind: 'decide-settlement', ledgerPath, pendingId, verdict, nowIso });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record({ id: pendingId, verdict });
    if (!screen.json) {
      screen.say(
        verdict === 'confirmed'
          ? `Confirmed: ${String(pendingId)} and its booked row are one payment.`
          : `Undone: ${String(pendingId)} and its booked row are two payments, and will not be linked again.`,
      );
      screen.say(
        `"passbook review take-back ${String(pendingId)}" takes that back until the bank says more.`,
      );
    }
    return exitCode.ok;
  });

/** `passbook review take-back ID`: as if it had not been decided. */
export const takeBackReview = (context: CommandContext, pendingId: number): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock } = context;
    const nowIso = toIso(clock.nowMs());
    const answer = await ledger.run({ kind: 'take-back-decision', ledgerPath, pendingId, nowIso });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record({ id: pendingId, verdict: null });
    if (!screen.json) screen.say(`Taken back: ${String(pendingId)} is as it was before you decided.`);
    return exitCode.ok;
  });

/** One text where both rows have the same. */
function descriptions({ pending_description: pending, booked_description: booked }: SettlementRow): string {
  return pending === booked ? pending : `${pending} -> ${booked}`;
}
