import { consentWarning } from '#shared/words/consent-words.ts';
import { rateLimitSentence } from '#shared/words/rate-limit-words.ts';
import { toIso } from '#shared/clock.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { CommandContext } from './command-context.ts';

/** Something about a connection that needs the user, or that they should know. */
export interface Notice {
  readonly about: 'consent' | 'rate-limits';
  readonly connectionId: string;
  readonly message: string;
}

/** Consents that end soon, and banks that often say 429. A ledger that cannot be read has no notices. */
export async function findNotices(
  ledger: LedgerThread,
  ledgerPath: string,
  nowMs: number,
): Promise<readonly Notice[]> {
  const connections = await ledger.run({ kind: 'list-connections', ledgerPath });
  const limits = await ledger.run({ kind: 'list-rate-limits', ledgerPath, nowIso: toIso(nowMs) });
  const consents = (connections.ok ? connections.value : []).flatMap((row): readonly Notice[] => {
    const facts = {
      providerName: row.provider_name,
      state: row.state,
      consentExpiresAt: row.consent_expires_at,
    };
    const warning = consentWarning(facts, nowMs);
    if (warning === null) return [];
    const message = `${warning.sentence} Run "passbook connect --renew ${row.id}".`;
    return [{ about: 'consent', connectionId: row.id, message }];
  });
  const rates = (limits.ok ? limits.value : []).flatMap((record): readonly Notice[] => {
    const message = rateLimitSentence(record);
    return message === null ? [] : [{ about: 'rate-limits', connectionId: record.connectionId, message }];
  });
  return [...consents, ...rates];
}

/** The same for the reader: a line each, on stderr with `--json`, where stdout holds what was asked for. */
export async function showNotices(
  { screen, ledgerPath, clock }: Pick<CommandContext, 'screen' | 'ledgerPath' | 'clock'>,
  ledger: LedgerThread,
): Promise<void> {
  for (const { message } of await findNotices(ledger, ledgerPath, clock.nowMs())) {
    if (screen.json) screen.complain(message);
    else screen.say(message);
  }
}
