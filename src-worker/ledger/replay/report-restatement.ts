import {
  mostExamples,
  type ReplayReport,
  type RestatedRow,
  type RestatementCounts,
} from '#shared/restatement.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { RowDifference } from './compare-rows.ts';

/** What a report of undo and of replay has in common. */
type Restated = Pick<ReplayReport, 'accounts' | 'totals' | 'examples'>;

interface AccountName {
  readonly ref: number;
  readonly connectionId: string;
  readonly accountId: string;
  readonly displayName: string;
}

/** Differences as people are told of them: counted by account, and the newest as examples. */
export function reportRestatement(db: ReadingDatabase, differences: readonly RowDifference[]): Restated {
  const names = db
    .prepare<[], AccountName>(
      `SELECT a.ref, c.id AS connectionId, a.account_id AS accountId, a.display_name AS displayName
       FROM accounts a JOIN connections c ON c.ref = a.connection_ref ORDER BY a.ref`,
    )
    .all();
  const byAccount = Map.groupBy(differences, ({ accountRef }) => accountRef);
  const idOf = new Map(names.map(({ ref, accountId }) => [ref, accountId]));
  return {
    accounts: names.flatMap(({ ref, ...name }) => {
      const own = byAccount.get(ref);
      return own === undefined ? [] : [{ ...name, ...countsOf(own) }];
    }),
    totals: countsOf(differences),
    examples: differences
      .flatMap((difference) => exampleOf(difference, idOf.get(difference.accountRef) ?? ''))
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))
      .slice(0, mostExamples),
  };
}

function countsOf(differences: readonly RowDifference[]): RestatementCounts {
  const counts = { added: 0, changed: 0, removed: 0, relinked: 0, refreshed: 0 };
  for (const { kind } of differences) counts[kind] += 1;
  return counts;
}

function exampleOf({ kind, live, wanted, fields }: RowDifference, accountId: string): readonly RestatedRow[] {
  const row = live ?? wanted;
  if (row === null || kind === 'refreshed') return [];
  const { status, date, amountMinor, currency, description } = row;
  return [
    { id: live?.ref ?? null, kind, accountId, status, date, amountMinor, currency, description, fields },
  ];
}
