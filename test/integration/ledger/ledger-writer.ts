import { openAccountLedger } from '../../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { saveConnection } from '../../../src-worker/ledger/connections.ts';
import { createJob } from '../../../src-worker/ledger/jobs/create-job.ts';
import { openLedger } from '../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../src-worker/ledger/save-discovery.ts';
import { bankRow } from '../../support/bank-rows.ts';
import { answered, connection, nowIso } from '../../support/ledger-fixture.ts';

/**
 * A process that syncs 40 windows of 25 rows into the ledger named by its first argument, as a sync would, with its
 * own job. Two of them at once are the app and a cron run that meet. Its only line says how it went.
 */
const [, , ledgerPath = ''] = process.argv;
const opened = openLedger(ledgerPath, nowIso);
if (!opened.ok) throw new Error(opened.failure.kind);
const ledger = opened.value;
saveConnection(ledger, connection(), nowIso);
const job = createJob(
  ledger,
  { requestedBy: 'user', attended: true },
  {
    owner: { host: 'here', pid: process.pid },
    nowIso,
    // Everybody else counts as dead, so that each of these has a job of its own.
    processes: { host: 'here', isAlive: (pid) => pid === process.pid, startOf: () => null },
    random: Math.random,
  },
);
if (!job.ok) throw new Error(job.failure.kind);
const at = { connectionId: 'c1', jobId: job.value.jobId };
const account = {
  accountId: 'acc',
  kind: 'account',
  displayName: 'A',
  currency: 'GBP',
  type: null,
  numbersJson: '{}',
} as const;
saveDiscovery(ledger, { ...at, consent: null, accounts: [account], nowIso });
const port = openAccountLedger(ledger, { ...at, accountId: 'acc', nowIso: () => nowIso });
let inserted = 0;
let duplicates = 0;
for (let window = 0; window < 40; window += 1) {
  const from = new Date(Date.UTC(2026, 0, 1 + window)).toISOString().slice(0, 10);
  const rows = Array.from({ length: 25 }, (_, n) => bankRow({ date: from, amountMinor: -(n % 20) }));
  const counts = port.storeWindow(answered(rows, { from, to: from }));
  inserted += counts.inserted;
  duplicates += counts.duplicates;
}
ledger.close();
process.stdout.write(`${JSON.stringify({ inserted, duplicates })}\n`);
