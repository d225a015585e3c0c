import { toIso } from '#shared/clock.ts';
import type { AccountCompleteness } from '#shared/completeness.ts';
import { countedVerdicts, verdictWords } from '#shared/words/completeness-words.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import { terminalFigures } from '../terminal-figures.ts';
import type { Finding } from './finding.ts';

const check = 'completeness';

/** Whether the rows add up to the banks' balances: a finding an account where they do not, else one for all. */
export async function checkCompleteness(
  ledger: LedgerThread,
  ledgerPath: string,
  nowMs: number,
): Promise<readonly Finding[]> {
  const nowIso = toIso(nowMs);
  const answer = await ledger.run({ kind: 'judge-completeness', ledgerPath, nowIso });
  if (!answer.ok) return [{ check, state: 'fail', message: sentenceOf(answer.failure) }];
  if (answer.value.length === 0) return [];
  const wanting = answer.value.filter(({ verdict }) => verdict.kind === 'unexplained');
  if (wanting.length > 0) return wanting.map(findingOf);
  return [{ check, state: 'ok', message: countedVerdicts(answer.value) }];
}

const findingOf = (account: AccountCompleteness): Finding => ({
  check,
  state: 'warn',
  message: `${account.displayName}: ${verdictWords(account, terminalFigures)} "passbook verify" shows what was asked.`,
});
