import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';

/** What a ledger holds, table by table, without what may differ between two runs: row numbers and times of asking. */
export type WholeLedger = Readonly<Record<string, readonly unknown[]>>;

/** A job as the ledger keeps it. */
export interface KeptJob {
  readonly status: string;
  readonly pid: number;
  readonly finishedAt: string | null;
  readonly transactionsSynced: number;
  readonly pagesDone: number;
}

/** A ledger looked at from outside, whatever state its last process left it in. */
export interface LookedAt {
  /** `['ok']`, or what `PRAGMA integrity_check` found. */
  readonly integrity: readonly string[];
  readonly orphans: readonly unknown[];
  /** 0: killed before the first migration. */
  readonly version: number;
  readonly jobs: readonly KeptJob[];
  readonly whole: WholeLedger;
  /** Rows, live or not, and pages of transactions: what the jobs' counters must add up to. */
  readonly counts: { readonly rows: number; readonly pages: number };
}

/**
 * Looks at a copy, made of the file and its WAL, so that looking neither recovers nor checkpoints anything the next
 * run should have to do itself.
 */
export function lookAtLedger(ledgerPath: string): LookedAt {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-look-'));
  const copy = join(folder, basename(ledgerPath));
  try {
    for (const end of ['', '-wal', '-journal']) {
      if (existsSync(ledgerPath + end)) copyFileSync(ledgerPath + end, copy + end);
    }
    const db = new Database(copy);
    try {
      return look(db);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function look(db: Database.Database): LookedAt {
  const all = (sql: string): readonly unknown[] => db.prepare(sql).all();
  const version = Number(db.pragma('user_version', { simple: true }));
  const integrity = db
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check);
  const orphans = all('PRAGMA foreign_key_check');
  const isWhole = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'recurring_v1'").get() !== undefined;
  if (!isWhole) return { integrity, orphans, version, jobs: [], whole: {}, counts: { rows: 0, pages: 0 } };
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  return {
    integrity,
    orphans,
    version,
    jobs: db
      .prepare<[], KeptJob>(
        `SELECT status, owner_pid AS pid, finished_at AS finishedAt, transactions_synced AS transactionsSynced,
                pages_done AS pagesDone FROM jobs ORDER BY ref`,
      )
      .all(),
    whole: {
      transactions:
        all(`SELECT a.account_id, t.identity_key, t.status, t.date, t.timestamp_utc, t.amount_minor,
          t.currency, t.description, t.merchant, t.category, t.classification_json, t.running_balance_minor,
          t.meta_json, t.transaction_id, t.normalised_id, t.provider_id, t.is_edge, t.removed_reason,
          b.identity_key AS became
        FROM transactions t JOIN accounts a ON a.ref = t.account_ref LEFT JOIN transactions b ON b.ref = t.became_ref
        ORDER BY 1, 2`),
      accounts: all(`SELECT a.account_id, c.id, a.kind, a.display_name, a.currency, a.type, a.numbers_json
        FROM accounts a JOIN connections c ON c.ref = a.connection_ref ORDER BY 1`),
      connections: all(`SELECT id, provider_id, provider_name, state, credentials_id, consent_created_at,
          consent_expires_at FROM connections ORDER BY 1`),
      balances: all(`SELECT a.account_id, b.currency, current_minor, available_minor, overdraft_minor,
          credit_limit_minor, bank_updated_at
        FROM balances b JOIN accounts a ON a.ref = b.account_ref ORDER BY 1, b.ref`),
      recurring:
        all(`SELECT a.account_id, r.kind, payee, reference, amount_minor, r.currency, frequency, next_date,
          previous_date, status, removed_at IS NULL AS live
        FROM recurring r JOIN accounts a ON a.ref = r.account_ref ORDER BY 1, 2, 3, 4, 5`),
      // Which days were asked, not in which windows: a run that goes on begins with a narrow one again.
      days: all(`WITH RECURSIVE day (account_id, outcome, day, last) AS (
          SELECT a.account_id, outcome, from_day, to_day FROM coverage v JOIN accounts a ON a.ref = v.account_ref
          UNION SELECT account_id, outcome, date(day, '+1 day'), last FROM day WHERE day < last)
        SELECT account_id, outcome, min(day) AS first, max(day) AS last, count(DISTINCT day) AS days
        FROM day GROUP BY 1, 2 ORDER BY 1, 2`),
    },
    counts: {
      rows: count('SELECT count(*) FROM transactions'),
      pages: count("SELECT count(*) FROM raw_pages WHERE kind = 'transactions'"),
    },
  };
}
