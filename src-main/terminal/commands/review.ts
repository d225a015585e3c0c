import { toIso } from '#shared/clock.ts';
import type { SettlementRow, WhichSettlements } from '#shared/settlement.ts';
import { settlementWords } from '#shared/words/settlement-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { moneyText } from '../money-text.ts';
import { showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `all`: also the links nobody doubts. `decided`: those the user has decided about. */
export interface ReviewOptions {
  readonly all?: boolean;
  readonly decided?: boolean;
}

const listed = 200;

const columns: readonly Column<SettlementRow>[] = [
  { title: 'Id', cell: (row) => String(row.id), align: 'right' },
  { title: 'Pending', cell: (row) => row.pending_date },
  { title: 'Amount', cell: (row) => moneyText(row.pending_amount_minor, row.currency), align: 'right' },
  { title: 'Description', cell: descriptions, shrinks: true },
  { title: 'Booked', cell: (row) => row.booked_date },
  { title: 'Amount', cell: (row) => moneyText(row.booked_amount_minor, row.currency), align: 'right' },
  { title: 'Because', cell: (row) => `${settlementWords[row.reason]} (${row.verdict ?? row.confidence})` },
];

const none: Readonly<Record<WhichSettlements, string>> = {
  doubtful: 'Nothing to review: no pending transaction is in doubt.',
  all: 'No pending transaction was booked yet.',
  decided: 'You have decided about none so far.',
};
const whatToDo: Readonly<Record<WhichSettlements, string | null>> = {
  doubtful:
    'Say which are right with "passbook review confirm ID", and which are not with "passbook review undo ID".',
  all: null,
  decided: 'Take back what you said with "passbook review take-back ID".',
};

/** `passbook review`: pending rows that may have become a booked one, for the user to say whether they did. */
export const review = (
  context: CommandContext,
  { all = false, decided = false }: ReviewOptions,
): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath } = context;
    const which = decided ? 'decided' : all ? 'all' : 'doubtful';
    const answer = await ledger.run({ kind: 'list-settlements', ledgerPath, which, limit: listed });
    if (!answer.ok) return showFailure(screen, answer.failure);
    showRows(context, columns, answer.value, none[which]);
    const todo = whatToDo[which];
    if (answer.value.length > 0 && todo !== null) screen.say(todo);
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
