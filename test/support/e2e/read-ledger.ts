import Database from 'better-sqlite3';

/** What the ledger holds, read past the app: numbers on the screen are compared with these. */
export interface LedgerNumbers {
  readonly transactions: number;
  readonly booked: number;
  readonly accounts: number;
  readonly jobs: readonly {
    readonly id: string;
    readonly status: string;
    readonly requested_by: string;
    readonly transactions_synced: number;
    readonly duplicates: number;
  }[];
}

/** Opens the file read-only, as any other program may while the app runs. Jobs oldest first. */
export function readLedger(path: string): LedgerNumbers {
  const db = new Database(path, { readonly: true });
  try {
    const count = (sql: string): number => Number(db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get());
    return {
      transactions: count('transactions_v1'),
      booked: count("transactions_v1 WHERE status = 'booked'"),
      accounts: count('accounts_v1'),
      jobs: db
        .prepare<[], LedgerNumbers['jobs'][number]>('SELECT * FROM jobs_v1 ORDER BY started_at, id')
        .all(),
    };
  } finally {
    db.close();
  }
}

/** What the user has said: notes, and verdicts on matches. */
export interface LedgerSaid {
  readonly notes: readonly string[];
  readonly verdicts: readonly string[];
}

/** @see readLedger */
export function readSaid(path: string): LedgerSaid {
  const db = new Database(path, { readonly: true });
  try {
    const texts = (sql: string): readonly string[] => db.prepare<[], string>(sql).pluck().all();
    return {
      notes: texts('SELECT note FROM overlays WHERE note IS NOT NULL'),
      verdicts: texts('SELECT verdict FROM settlement_verdicts'),
    };
  } finally {
    db.close();
  }
}
