import { type ExportAnswers, type ExportFormat, type ExportWish, holdsOneAccount } from '#shared/export.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { tellsPending } from '../export/export-pieces.ts';
import type { ExportRow, ExportSource } from '../export/export-row.ts';
import { exportTransactions } from '../export/export-transactions.ts';
import { previewExport } from '../export/preview-export.ts';
import { type OpenExport, openExport } from '../ledger/open-export.ts';
import { readLedger } from './reading-ledger.ts';
import type { Handlers } from './task-handler.ts';

/** An empty file in the place of an older export, because of a mistyped path, helps nobody. */
const noLedger = failed({ kind: 'nothing-connected' });

/** Transactions as a file for another program. */
export const exportHandlers: Handlers<keyof ExportAnswers> = {
  'export-transactions': (task) =>
    readLedger(
      task.ledgerPath,
      task.nowIso,
      (ledger) => {
        const opened = openExport(ledger, task, task.nowIso);
        const refusal = refusalOf(task, opened);
        if (refusal !== null) return refusal;
        const cell = task.written === undefined ? null : new Int32Array(task.written);
        const source = cell === null ? opened.source : counting(opened.source, cell);
        const written = exportTransactions(source, task.format, task.out);
        return written.ok ? succeeded(countsOf(task.format, opened)) : written;
      },
      noLedger,
    ),
  'preview-export': (task) =>
    readLedger(
      task.ledgerPath,
      task.nowIso,
      (ledger) => {
        const opened = openExport(ledger, task, task.nowIso);
        const refusal = refusalOf(task, opened);
        if (refusal !== null) return refusal;
        return succeeded({
          ...previewExport(opened.source, task.format),
          ...countsOf(task.format, opened),
        });
      },
      noLedger,
    ),
};

/** Why this cannot be exported so. */
function refusalOf({ format, accountIds }: ExportWish, { source }: OpenExport): Result<never> | null {
  const unknown = accountIds?.find((id) => source.accounts.every((each) => each.account_id !== id));
  if (unknown !== undefined) return failed({ kind: 'not-found', what: 'account', id: unknown });
  if (!holdsOneAccount(format) || source.accounts.length === 1) return null;
  return failed({ kind: 'one-account-only', format, accounts: source.accounts.length });
}

const countsOf = (format: ExportFormat, { booked, pending }: OpenExport) =>
  tellsPending(format)
    ? { rows: booked + pending, pendingLeftOut: 0 }
    : { rows: booked, pendingLeftOut: pending };

/** The same source, with the rows that went by counted where another thread can see it. */
function counting(source: ExportSource, cell: Int32Array): ExportSource {
  return {
    ...source,
    rows: function* (account): Generator<ExportRow> {
      for (const row of source.rows(account)) {
        Atomics.add(cell, 0, 1);
        yield row;
      }
    },
  };
}
