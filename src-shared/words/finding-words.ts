import type { AccountFinding } from '../account-finding.ts';
import { assertNever } from '../assert-never.ts';
import { plural } from './count-of.ts';
import type { SentenceFigures } from './sentence-figures.ts';

/** A sentence about an account that was synced to its end. `say`: how the reader's side writes numbers and days. */
export function findingWords(finding: AccountFinding, say: SentenceFigures): string {
  switch (finding.kind) {
    case 'nothing-new':
      return nothingNewWords(finding, say);
    case 'history-refused': {
      const [from, to] = [say.day(finding.from), say.day(finding.to)];
      return finding.reason === 'old-history-refused'
        ? `The bank serves days from ${from} to ${to} only in the first minutes after you connect: reconnect to get them.`
        : `The bank does not serve days from ${from} to ${to}.`;
    }
    case 'pending-denied':
      return 'Pending transactions are left out because the bank denies access to them.';
    case 'no-transactions':
      return 'This bank has no transactions for it.';
    default:
      return assertNever(finding);
  }
}

function nothingNewWords(
  { answered, duplicates, isKnown }: Extract<AccountFinding, { kind: 'nothing-new' }>,
  say: SentenceFigures,
): string {
  if (answered === null) return '0 new rows because the bank answered for none of the days it was asked for.';
  const [from, to] = [say.day(answered.from), say.day(answered.to)];
  const days = from === to ? from : `the days from ${from} to ${to}`;
  if (duplicates > 0) {
    return plural(duplicates, {
      one: `0 new rows because the one row the bank has for ${days} is here already.`,
      other: `0 new rows because all ${say.count(duplicates)} rows the bank has for ${days} are here already.`,
    });
  }
  return isKnown
    ? `0 new rows because the bank has none for ${days}.`
    : `0 rows because the bank has none for ${days}: the account is new, or was not used.`;
}
