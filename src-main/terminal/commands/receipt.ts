import { resolve } from 'node:path';
import { toIso } from '#shared/clock.ts';
import type { ReceiptEntry } from '#shared/job-receipt.ts';
import { receiptKindWords, receiptTotalsLine, undoneLine } from '#shared/words/receipt-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { type Column, tableLines } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';

const isPage = ({ kind }: ReceiptEntry): boolean => kind === 'transactions' || kind === 'pending';
/** What an older Passbook did not keep is not known; what is no page has no rows. */
const count = (entry: ReceiptEntry, value: number | null): string =>
  value === null ? (isPage(entry) ? '?' : '') : String(value);

const columns: readonly Column<ReceiptEntry>[] = [
  { title: 'Asked (UTC)', cell: ({ at }) => at.slice(0, 19).replace('T', ' ') },
  { title: 'Account', cell: ({ displayName }) => displayName, shrinks: true },
  { title: 'What', cell: (entry) => receiptKindWords(entry) },
  { title: 'From', cell: ({ from }) => from ?? '' },
  { title: 'To', cell: ({ to }) => to ?? '' },
  {
    title: 'Status',
    cell: ({ httpStatus }) => (httpStatus === null ? '' : String(httpStatus)),
    align: 'right',
  },
  { title: 'Rows', cell: (entry) => count(entry, entry.returned), align: 'right' },
  { title: 'New', cell: ({ inserted }) => String(inserted), align: 'right' },
  { title: 'Duplicates', cell: (entry) => count(entry, entry.duplicates), align: 'right' },
  { title: 'Changed', cell: ({ changed }) => String(changed), align: 'right' },
  { title: 'Removed', cell: ({ removed }) => String(removed), align: 'right' },
  { title: 'Settled', cell: ({ settled }) => String(settled), align: 'right' },
];

/** `passbook jobs ID --receipt`: what a sync asked and what came of it, page by page; `out`: as JSON into this file. */
export async function receipt(
  context: CommandContext,
  jobId: string,
  wish: { readonly out?: string | undefined },
): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const out = wish.out === undefined ? undefined : resolve(wish.out);
  if (out === ledgerPath)
    return refuse(screen, 'The file to write to is the ledger itself: name another with --out.');
  return withExistingLedger(context, async (ledger) => {
    const nowIso = toIso(clock.nowMs());
    if (out !== undefined) {
      const written = await ledger.run({ kind: 'export-receipt', ledgerPath, jobId, out, nowIso });
      if (!written.ok) return showFailure(screen, written.failure);
      screen.record({ type: 'receipt-written', jobId, out, entries: written.value.entries });
      if (!screen.json) screen.say(`The receipt of ${jobId} is in ${out}.`);
      return exitCode.ok;
    }
    const answer = await ledger.run({ kind: 'get-receipt', ledgerPath, jobId, nowIso });
    if (!answer.ok) return showFailure(screen, answer.failure);
    const { entries, totals, undoneAt } = answer.value;
    screen.record(answer.value);
    if (screen.json) return exitCode.ok;
    const width = screen.live ? screen.columns() : Infinity;
    for (const line of entries.length === 0 ? [] : tableLines(columns, entries, width)) screen.say(line);
    screen.say(receiptTotalsLine(totals));
    if (undoneAt !== null) screen.say(undoneLine(undoneAt));
    return exitCode.ok;
  });
}
