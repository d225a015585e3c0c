import Database from 'better-sqlite3';
import type { WritingDatabase } from '../../src-worker/ledger/ledger-database.ts';
import { indexNewRows } from '../../src-worker/ledger/rows/index-new-rows.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { growLedgerTaskSchema } from './grow-ledger-task.ts';

// Old days are copied over and over, under other keys: a minute of syncing a million rows in a few seconds.
const { from, to, rows, lastDay, varied = false } = taskOfChild(growLedgerTaskSchema);
const source = new Database(from, { readonly: true });
source.prepare('VACUUM INTO ?').run(to);
source.close();

const db = new Database(to, { fileMustExist: true });
// Only while it is made; what is in the file stays as the product wants it.
db.pragma('journal_mode = OFF');
db.pragma('synchronous = OFF');
db.pragma('cache_size = -400000');
const columns = db
  .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('transactions')`)
  .all()
  .map(({ name }) => name)
  .filter((name) => name !== 'ref' && name !== 'identity_key');
const count = db.prepare<[], number>('SELECT count(*) FROM transactions').pluck();
/** What a varied copy has instead; `:round` is the number of the copy. */
const variations: Readonly<Record<string, string>> = {
  date: `date(date, '-' || CAST(:round AS INTEGER) || ' days')`,
  timestamp_utc: `strftime('%Y-%m-%dT%H:%M:%fZ', timestamp_utc, '-' || CAST(:round AS INTEGER) || ' days')`,
  // Long ago, as most rows of a large ledger: nothing of them is news.
  first_seen_at: `strftime('%Y-%m-%dT%H:%M:%fZ', first_seen_at, '-1 year')`,
  amount_minor: 'amount_minor * (100 + CAST(:round AS INTEGER) % 89) / 100',
  description: `description || ' ' || ((CAST(:round AS INTEGER) * 7919 + ref * 31) % 99991)`,
};
const values = columns.map((name) => (varied ? (variations[name] ?? name) : name));
const copy = db.prepare<{ round: number; lastDay: string; most: number }>(
  `INSERT INTO transactions (identity_key, ${columns.join(', ')})
   SELECT printf('copy%04d:', :round) || identity_key, ${values.join(', ')} FROM transactions
   WHERE date <= :lastDay AND identity_key NOT LIKE 'copy%' ORDER BY account_ref, identity_key LIMIT :most`,
);
let held = count.get() ?? 0;
db.transaction(() => {
  for (let round = 1; held < rows; round += 1) {
    const { changes } = copy.run({ round, lastDay, most: rows - held });
    if (changes === 0) throw new Error('There is nothing to copy');
    held += changes;
  }
  indexNewRows(db as unknown as WritingDatabase);
})();
db.pragma('journal_mode = WAL');
db.close();
answerParent({ rows: held });
