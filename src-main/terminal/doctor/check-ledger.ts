import { sentenceOf } from '#shared/words/failure-words.ts';
import { failureDetailWords } from '#shared/words/failure-detail-words.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { Finding } from './finding.ts';

const check = 'ledger';

/** SQLite's own integrity check and the foreign keys. Creates nothing. */
export async function checkLedger(ledger: LedgerThread, ledgerPath: string): Promise<Finding> {
  const answer = await ledger.run({ kind: 'check-ledger', ledgerPath });
  if (!answer.ok) return { check, state: 'fail', message: sentenceOf(answer.failure) };
  const { exists, problems, transactions } = answer.value;
  if (!exists) {
    const message = `There is no ledger at ${ledgerPath} yet; "passbook connect" makes one.`;
    return { check, state: 'warn', message };
  }
  if (problems.length === 0) {
    const message = `The ledger ${ledgerPath} is sound and holds ${String(transactions)} transactions.`;
    return { check, state: 'ok', message };
  }
  const found = `${problems.slice(0, 3).map(failureDetailWords).join('; ')}${problems.length > 3 ? '; ...' : ''}`;
  const todo =
    'Run "passbook recover" to save what can be read of it, or put back a copy ("passbook backups").';
  return { check, state: 'fail', message: `The ledger ${ledgerPath} is damaged: ${found}. ${todo}` };
}
