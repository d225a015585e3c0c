import type { IpcAnswer, IpcRequest } from '#shared/ipc/ipc-contract.ts';
import { failed, succeeded } from '#shared/result.ts';
import {
  newestFirst,
  type CategoryCount,
  type CurrencyTotal,
  type ListedTransaction,
  type TransactionListFilter,
  type TransactionOverlay,
  type TransactionSort,
} from '#shared/transaction-list.ts';
import type { BridgeDouble } from '../bridge-double.ts';
import { detailOf } from './detail-samples.ts';
import { fitsFilter, sortedRows } from './sample-filter.ts';
import { transactionAt } from './transaction-samples.ts';

/** A ledger of samples that filters, sorts, sums up and remembers what the user says, as the real one does. */
export interface SampleLedger {
  readonly rowAt: (index: number) => ListedTransaction;
  readonly page: (request: IpcRequest<'transactions.page'>) => IpcAnswer<'transactions.page'>;
  /** So many rows from now on. */
  readonly grow: (rows: number) => void;
  /** Answers all calls of the list from this ledger. */
  readonly serve: (app: BridgeDouble) => void;
}

/**
 * So many rows of the samples, newest first, all of one account when it is named. What is asked without a filter costs
 * the page alone, however many.
 */
export function sampleLedger(rowCount: number, onlyAccount?: string): SampleLedger {
  let rows = rowCount;
  const overlays = new Map<number, Partial<TransactionOverlay>>();
  let fitting: { readonly key: string; readonly rows: readonly ListedTransaction[] } | null = null;

  const rowAt = (index: number): ListedTransaction => {
    const sample = transactionAt(index);
    const row = onlyAccount === undefined ? sample : { ...sample, account_id: onlyAccount };
    const overlay = { ...row, ...overlays.get(row.id) };
    return { ...overlay, amount_minor: overlay.is_flipped ? 0 - row.amount_minor : row.amount_minor };
  };
  const all = (filter: TransactionListFilter, sort: TransactionSort): readonly ListedTransaction[] => {
    const key = JSON.stringify([filter, sort, rows, [...overlays]]);
    if (fitting?.key !== key) {
      const found = Array.from({ length: rows }, (_, at) => rowAt(at)).filter((row) =>
        fitsFilter(row, filter),
      );
      fitting = { key, rows: sortedRows(found, sort) };
    }
    return fitting.rows;
  };
  const page: SampleLedger['page'] = ({ offset, limit, filter, sort }) => {
    const { accountIds, ...others } = filter;
    const hasAll =
      accountIds === undefined || (onlyAccount !== undefined && accountIds.includes(onlyAccount));
    if (hasAll && overlays.size === 0 && Object.keys(others).length === 0 && sort.by === 'date') {
      const at = (place: number): number => (sort.order === 'descending' ? place : rows - 1 - place);
      const length = Math.max(0, Math.min(limit, rows - offset));
      return { rows: Array.from({ length }, (_, place) => rowAt(at(offset + place))), total: rows };
    }
    const found = all(filter, sort);
    return { rows: found.slice(offset, offset + limit), total: found.length };
  };
  const find = (id: number): ListedTransaction | undefined => {
    const index = 1_000_000 - id;
    return index >= 0 && index < rows ? rowAt(index) : undefined;
  };

  return {
    rowAt,
    page,
    grow: (next) => {
      rows = next;
    },
    serve: (app) => {
      app.script('transactions.page', (request) => succeeded(page(request)));
      app.script('transactions.totals', ({ filter }) =>
        succeeded({ totals: totalsOf(all(filter, { by: 'date', order: 'descending' }).slice(0, 200_000)) }),
      );
      app.script('transactions.categories', () => succeeded(categoriesOf(all({}, newestFirst))));
      app.script('transactions.get', ({ id }) => {
        const row = find(id);
        return row === undefined ? failed({ kind: 'bug' }) : succeeded(detailOf(row));
      });
      app.script('transactions.annotate', ({ ids, change }) => {
        for (const id of ids) overlays.set(id, { ...overlays.get(id), ...definedOnly(change) });
        return succeeded({ changed: ids.length });
      });
    },
  };
}

const definedOnly = (change: object): Partial<TransactionOverlay> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function totalsOf(rows: readonly ListedTransaction[]): readonly CurrencyTotal[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, its]) => ({
    currency,
    count: its.length,
    in_minor: its.reduce((sum, row) => sum + Math.max(0, row.amount_minor), 0),
    out_minor: its.reduce((sum, row) => sum + Math.min(0, row.amount_minor), 0),
  }));
}

function categoriesOf(rows: readonly ListedTransaction[]): readonly CategoryCount[] {
  return [...Map.groupBy(rows, (row) => row.own_category ?? row.category)].map(([category, its]) => ({
    category,
    is_own: its.some((row) => row.own_category !== null),
    count: its.length,
  }));
}
