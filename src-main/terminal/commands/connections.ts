import { readableDay } from '#shared/words/readable-time.ts';
import type { ConnectionRow } from '#shared/ledger-views.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { showFailure } from '../show-failure.ts';
import { showNotices } from '../show-notices.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

const columns: readonly Column<ConnectionRow>[] = [
  { title: 'Bank', cell: (row) => row.provider_name, shrinks: true },
  { title: 'Environment', cell: (row) => row.environment },
  { title: 'State', cell: (row) => row.state },
  {
    title: 'Consent until',
    cell: (row) => (row.consent_expires_at === null ? '' : readableDay(row.consent_expires_at)),
  },
  { title: 'Id', cell: (row) => row.id },
];

/** `passbook connections`: the banks that were connected, and how long each consent lasts. */
export const connections = (context: CommandContext): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const answer = await ledger.run({ kind: 'list-connections', ledgerPath: context.ledgerPath });
    if (!answer.ok) return showFailure(context.screen, answer.failure);
    showRows(context, columns, answer.value, 'No bank is connected yet. Run "passbook connect".');
    await showNotices(context, ledger);
    return exitCode.ok;
  });
