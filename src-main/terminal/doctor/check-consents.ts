import type { ConnectionRow } from '#shared/ledger-views.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import { readableDay } from '#shared/words/readable-time.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import type { Finding } from './finding.ts';

const check = 'consent';
const dayMs = 86_400_000;
/** A week is what the desktop app warns with too (design, section 9). */
const soonDays = 7;
const renew = 'Run "passbook connect" to renew it; your history and notes stay.';

/** One finding a connection: how long the bank still lets Passbook in. */
export async function checkConsents(
  ledger: LedgerThread,
  ledgerPath: string,
  nowMs: number,
): Promise<readonly Finding[]> {
  const answer = await ledger.run({ kind: 'list-connections', ledgerPath });
  if (!answer.ok) return [{ check, state: 'fail', message: sentenceOf(answer.failure) }];
  if (answer.value.length === 0) {
    return [{ check, state: 'warn', message: 'No bank is connected yet; "passbook connect" does that.' }];
  }
  return answer.value.map((row) => consentFinding(row, nowMs));
}

/** @param row `state` as in `connectionSchema` */
export function consentFinding(row: ConnectionRow, nowMs: number): Finding {
  const bank = row.provider_name;
  if (row.state === 'revoked') {
    return { check, state: 'ok', message: `${bank}: disconnected by you; its rows stay.` };
  }
  if (row.state !== 'active') {
    return { check, state: 'fail', message: `${bank}: the bank no longer lets Passbook in. ${renew}` };
  }
  if (row.consent_expires_at === null) {
    return { check, state: 'ok', message: `${bank}: connected; the bank does not say until when.` };
  }
  const until = readableDay(row.consent_expires_at);
  const days = Math.floor((Date.parse(row.consent_expires_at) - nowMs) / dayMs);
  if (days < 0) {
    return { check, state: 'fail', message: `${bank}: the consent ended on ${until}. ${renew}` };
  }
  const left = `the consent lasts until ${until} (${String(days)} days left)`;
  return days <= soonDays
    ? { check, state: 'warn', message: `${bank}: ${left}. ${renew}` }
    : { check, state: 'ok', message: `${bank}: ${left}.` };
}
