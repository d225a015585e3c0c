import type { ConnectionRow } from '#shared/ledger-views.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import { consentStage } from '#shared/consent-warning.ts';
import { countOf } from '#shared/words/count-of.ts';
import { readableDay } from '#shared/words/readable-time.ts';
import type { LedgerThread } from '../../sync/ledger-thread.ts';
import { findNotices } from '../show-notices.ts';
import type { Finding } from './finding.ts';

const check = 'consent';
const dayMs = 86_400_000;
const renew = (id: string): string => `Run "passbook connect --renew ${id}"; your history and notes stay.`;

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
    return {
      check,
      state: 'fail',
      message: `${bank}: the bank no longer lets Passbook in. ${renew(row.id)}`,
    };
  }
  if (row.consent_expires_at === null) {
    return { check, state: 'ok', message: `${bank}: connected; the bank does not say until when.` };
  }
  const until = readableDay(row.consent_expires_at);
  const days = Math.floor((Date.parse(row.consent_expires_at) - nowMs) / dayMs);
  if (days < 0) {
    return { check, state: 'fail', message: `${bank}: the consent ended on ${until}. ${renew(row.id)}` };
  }
  const left = `the consent lasts until ${until} (${countOf(days, 'day')} left)`;
  return consentStage(row.consent_expires_at, nowMs) !== null
    ? { check, state: 'warn', message: `${bank}: ${left}. ${renew(row.id)}` }
    : { check, state: 'ok', message: `${bank}: ${left}.` };
}

/** One finding a bank that often says 429: nothing is broken, but syncs take longer. */
export async function checkRateLimits(
  ledger: LedgerThread,
  ledgerPath: string,
  nowMs: number,
): Promise<readonly Finding[]> {
  const notices = await findNotices(ledger, ledgerPath, nowMs);
  return notices
    .filter(({ about }) => about === 'rate-limits')
    .map(({ message }) => ({ check: 'limits', state: 'warn', message }));
}
