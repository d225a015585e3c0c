import Database from 'better-sqlite3';
import { newestFirst, type TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../src-worker/ledger/ledger-database.ts';
import { listBySql } from '../../src-worker/ledger/list/list-by-sql.ts';
import { refsWithWords } from '../../src-worker/ledger/list/searched-refs.ts';
import { changesSince } from '../../src-worker/ledger/list/memory/changes-since.ts';

/**
 * SQLite's plans for what is asked of the file: the first pages before the list is in memory, the words of a search,
 * what came when, and the changes since. Taken from the statements the product itself runs. One line a step, each once.
 */
export function plansOfList(ledgerPath: string, accountId: string): readonly string[] {
  const statements = new Set<string>();
  const db = new Database(ledgerPath, {
    readonly: true,
    verbose: (sql) => statements.add(String(sql)),
  }) as unknown as ReadingDatabase;
  try {
    const first = (filter: TransactionListFilter): unknown =>
      listBySql(db).page({ filter, sort: newestFirst, offset: 0, limit: 100 });
    const job = db
      .prepare<[], { id: string; startedAt: string }>(
        'SELECT id, started_at AS startedAt FROM jobs ORDER BY ref DESC LIMIT 1',
      )
      .get();
    const { id: jobId, startedAt } = job ?? { id: '', startedAt: '' };
    const questions: readonly (readonly [string, () => unknown])[] = [
      ['first page', () => first({})],
      ['first page of an account', () => first({ accountIds: [accountId] })],
      ['what a sync brought', () => first({ cameWith: { jobId, startedAt } })],
      ['new since then', () => first({ newSince: startedAt })],
      ['search', () => refsWithWords(db, ['tesco'])],
      ['changes', () => changesSince(db, 0, 10)],
    ];
    return questions.flatMap(([name, ask]) => {
      statements.clear();
      ask();
      const asked = [...statements];
      return [...new Set(asked.flatMap((sql) => planOf(db, sql)))].map((step) => `${name}: ${step}`);
    });
  } finally {
    db.close();
  }
}

const planOf = (db: ReadingDatabase, sql: string): readonly string[] =>
  db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail);
