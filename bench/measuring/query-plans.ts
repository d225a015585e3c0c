import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { openAccountLedger } from '../../src-worker/ledger/account-ledger-on-sqlite.ts';
import type { WritingDatabase } from '../../src-worker/ledger/ledger-database.ts';
import { decodeTransaction } from '../../src-worker/source/decode-transaction.ts';
import { openEnvelope } from '../../src-worker/source/envelope.ts';

/** What storing one window made SQLite do. */
export interface QueryPlans {
  /** Steps of SQLite's plans that touch `transactions`, each once. */
  readonly steps: readonly string[];
  /** Steps that read a whole table of rows: there should be none. */
  readonly scans: readonly string[];
  /** Rows the bank sent for the window, and rows of the ledger they were compared with. */
  readonly rowsSent: number;
  readonly rowsCompared: number;
}

interface LastPage {
  readonly connectionId: string;
  readonly accountId: string;
  readonly jobId: string;
  readonly from: string;
  readonly to: string;
  readonly body: Uint8Array;
}

/**
 * Stores the newest window of a ledger once more, with the product's own code, notes every statement SQLite ran and
 * asks for its plan. So what is explained is what is used, not a copy of it. Changes nothing but counters.
 */
export function plansOfOneWindow(ledgerPath: string, nowIso: string): QueryPlans {
  const statements = new Set<string>();
  const db = new Database(ledgerPath, {
    verbose: (sql) => statements.add(String(sql)),
  }) as unknown as WritingDatabase;
  try {
    const { body, from, to, ...at } = lastPageOf(db);
    const envelope = openEnvelope(zstdDecompressSync(body));
    const results = envelope.ok ? envelope.results : [];
    const rows = results.flatMap((value) => {
      const decoded = decodeTransaction(value, { kind: 'account', currency: 'GBP' });
      return decoded.ok ? [decoded.row] : [];
    });
    statements.clear();
    const ledger = openAccountLedger(
      { path: ledgerPath, db, close: () => db.close() },
      { ...at, nowIso: () => nowIso },
    );
    ledger.history();
    const answer = { range: { from, to }, rows, rejectedRows: 0, rawBody: Buffer.from(''), httpStatus: 200 };
    const counts = ledger.storeWindow({ ...answer, askedAtIso: nowIso });
    const steps = [...statements]
      .filter((sql) => /^\s*(SELECT|INSERT|UPDATE)/i.test(sql))
      .flatMap((sql) => planOf(db, sql));
    return {
      steps: [...new Set(steps)],
      scans: [...new Set(steps.filter((step) => /^SCAN (?!j\b|CONSTANT)/.test(step)))],
      rowsSent: rows.length,
      rowsCompared: counts.duplicates + counts.updated + counts.removed,
    };
  } finally {
    db.close();
  }
}

function lastPageOf(db: WritingDatabase): LastPage {
  const page = db
    .prepare<[], LastPage>(
      `SELECT c.id AS connectionId, a.account_id AS accountId, j.id AS jobId, p.from_day AS "from", p.to_day AS "to",
         p.body_zstd AS body
       FROM raw_pages p JOIN accounts a ON a.ref = p.account_ref JOIN connections c ON c.ref = a.connection_ref
         JOIN jobs j ON j.ref = p.job_ref
       WHERE p.kind = 'transactions' ORDER BY p.ref DESC LIMIT 1`,
    )
    .get();
  if (page === undefined) throw new Error('The ledger has no page');
  return page;
}

const planOf = (db: WritingDatabase, sql: string): readonly string[] =>
  db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail);
