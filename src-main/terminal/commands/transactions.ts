import type { TransactionRow } from '#shared/ledger-views.ts';
import type { CommandContext } from '../command-context.ts';
import { checkAccount } from '../check-target.ts';
import { dayRangeProblem, type DayOptions } from '../day-range.ts';
import { exitCode } from '../exit-code.ts';
import { moneyText } from '../money-text.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `limit`: how many at most, the newest first. Absent: a screenful for people, everything for programs. */
export interface TransactionsOptions extends DayOptions {
  readonly account?: string;
  readonly search?: string;
  readonly category?: string;
  readonly hidden?: boolean;
  readonly limit?: number;
}

/** What a person takes in at once. */
const screenful = 50;
/** A program that wants fewer says so. */
const everything = Number.MAX_SAFE_INTEGER;

const columns: readonly Column<TransactionRow>[] = [
  { title: 'Id', cell: (row) => String(row.id), align: 'right' },
  { title: 'Date', cell: (row) => row.date },
  { title: 'Amount', cell: (row) => moneyText(row.amount_minor, row.currency), align: 'right' },
  { title: 'Description', cell: (row) => row.description, shrinks: true },
  { title: 'Category', cell: (row) => row.own_category ?? row.category },
  { title: 'Status', cell: (row) => row.status },
];
const note: Column<TransactionRow> = { title: 'Note', cell: (row) => row.note ?? '' };

/** `passbook transactions`: rows of the ledger, newest first. */
export async function transactions(context: CommandContext, options: TransactionsOptions): Promise<number> {
  const { screen, clock, ledgerPath } = context;
  const problem = dayRangeProblem(options, clock.nowMs(), { future: 'allow' });
  if (problem !== null) return refuse(screen, problem);
  const { from, to, account, search, category, hidden } = options;
  const limit = options.limit ?? (screen.json ? everything : screenful);
  return withExistingLedger(context, async (ledger) => {
    const known = await checkAccount(ledger, ledgerPath, account);
    if (!known.ok) return showFailure(screen, known.failure);
    const answer = await ledger.run({
      kind: 'list-transactions',
      ledgerPath,
      limit,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(account === undefined ? {} : { accountId: account }),
      ...(search === undefined ? {} : { search }),
      ...(category === undefined ? {} : { category }),
      ...(hidden === undefined ? {} : { hidden }),
    });
    if (!answer.ok) return showFailure(screen, answer.failure);
    const isNoted = answer.value.some((row) => row.note !== null);
    showRows(context, isNoted ? [...columns, note] : columns, answer.value, 'No transactions match.');
    if (answer.value.length === limit) screen.say(`The newest ${String(limit)}; --limit shows more.`);
    return exitCode.ok;
  });
}
