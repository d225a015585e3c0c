import type { AccountRow } from '#shared/ledger-views.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { moneyText } from '../money-text.ts';
import { showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

const columns: readonly Column<AccountRow>[] = [
  { title: 'Name', cell: (row) => row.display_name, shrinks: true },
  { title: 'Kind', cell: (row) => row.kind },
  { title: 'Balance', cell: (row) => moneyText(row.balance_minor, row.currency), align: 'right' },
  { title: 'Available', cell: (row) => moneyText(row.available_minor, row.currency), align: 'right' },
  { title: 'As of (UTC)', cell: (row) => row.balance_at?.slice(0, 16).replace('T', ' ') ?? '' },
  { title: 'Id', cell: (row) => row.account_id },
];

/** `passbook accounts`: what the ledger knows of each account and card. */
export const accounts = (context: CommandContext): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const answer = await ledger.run({ kind: 'list-accounts', ledgerPath: context.ledgerPath });
    if (!answer.ok) return showFailure(context.screen, answer.failure);
    showRows(context, columns, answer.value, 'No accounts yet. Run "passbook connect".');
    return exitCode.ok;
  });
