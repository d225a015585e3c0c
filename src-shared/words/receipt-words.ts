import type { JobReceipt, ReceiptEntry } from '../job-receipt.ts';
import { readableInstant } from './readable-time.ts';
import { countOf } from './count-of.ts';

/** What an entry of a receipt is about. */
export function receiptKindWords({ kind, reason }: Pick<ReceiptEntry, 'kind' | 'reason'>): string {
  switch (kind) {
    case 'transactions':
      return 'booked';
    case 'pending':
      return 'pending';
    case 'refused':
      return reason === 'old-history-refused' ? 'refused: too old' : 'refused';
    case 'undone':
      return 'taken back';
  }
}

/** A receipt in one line. */
export function receiptTotalsLine(totals: JobReceipt['totals']): string {
  const { pages, returned, inserted, duplicates, changed, removed, settled } = totals;
  const asked = `${countOf(pages, 'page')}, ${String(returned)} rows`;
  const done = `${String(inserted)} new, ${String(duplicates)} duplicates, ${String(changed)} changed`;
  return `${asked}: ${done}; ${String(removed)} removed, ${String(settled)} settled.`;
}

/** That a sync was taken back, and when. */
export const undoneLine = (undoneAt: string): string => `Taken back on ${readableInstant(undoneAt)}.`;
