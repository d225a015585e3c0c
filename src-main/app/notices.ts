import { toIso } from '#shared/clock.ts';
import { consentStageSince } from '#shared/consent-warning.ts';
import type { ConnectionStatus, Place } from '#shared/ipc/app-state.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { noticeWords } from '../words/words.ts';

/** A notification of the system: worth reading, and a click leads somewhere. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly place: Place;
}

/** What decides whether the end of a job is worth a notification. */
export interface JobNoticeFacts {
  readonly job: JobRecord;
  readonly before: readonly ConnectionStatus[];
  readonly after: readonly ConnectionStatus[];
  /** The user looks at the window: there is nothing to tell that it does not show. */
  readonly isWatched: boolean;
  readonly nowMs: number;
}

const needsUser: readonly ConnectionStatus['health'][] = ['reconnect-needed', 'failed', 'rate-limited'];

/**
 * What to say at the end of a job: what went wrong and was not wrong before, with the way out; else the new rows, if
 * there are any. Nothing about a sync that found nothing, nothing twice, and nothing about a cancel.
 */
export function noticesOfJob({ job, before, after, isWatched, nowMs }: JobNoticeFacts): readonly Notice[] {
  if (isWatched || job.status === 'cancelled') return [];
  const troubles = after.filter(
    ({ id, health }) =>
      needsUser.includes(health) && before.find((each) => each.id === id)?.health !== health,
  );
  if (troubles.length > 0) {
    return troubles.map((connection) => ({
      title:
        connection.health === 'reconnect-needed'
          ? noticeWords.reconnectNeeded(connection.provider_name)
          : noticeWords.syncFailed(connection.provider_name),
      body: noticeWords.connection(connection, nowMs) ?? '',
      place: { kind: 'job', jobId: job.jobId },
    }));
  }
  const rows = job.transactionsSynced;
  if (rows === 0) return [];
  const accounts = job.accounts.filter(({ transactionsSynced }) => transactionsSynced > 0);
  const [only] = accounts;
  return [
    {
      title: noticeWords.newRows(rows),
      body: accounts.map(({ displayName }) => displayName).join(', '),
      place:
        only !== undefined && accounts.length === 1
          ? { kind: 'account', accountId: only.accountId }
          : { kind: 'overview' },
    },
  ];
}

/**
 * Consents that end in 14, 7 or 1 days, or have ended: each stage told once. `toldAt`: by connection, when it was last
 * told, UTC ISO 8601. @returns the notices and the same with them in it, to be remembered.
 */
export function consentNotices(
  connections: readonly ConnectionStatus[],
  toldAt: Readonly<Record<string, string>>,
  nowMs: number,
): { readonly notices: readonly Notice[]; readonly toldAt: Readonly<Record<string, string>> } {
  const untold = connections.flatMap(({ id, provider_name: providerName, state, consent_expires_at }) => {
    const facts = { providerName, state, consentExpiresAt: consent_expires_at };
    const warning = noticeWords.consentWarning(facts, nowMs);
    const lastMs = Date.parse(toldAt[id] ?? '');
    // Never told: `NaN`, which is at no stage.
    const isNew = consentStageSince(consent_expires_at, lastMs, nowMs) !== null;
    return warning !== null && isNew ? [{ id, providerName, ...warning }] : [];
  });
  return {
    notices: untold.map(({ providerName, stage, sentence }) => ({
      title:
        stage === 'ended'
          ? noticeWords.consentEnded(providerName)
          : noticeWords.consentEndsSoon(providerName),
      body: sentence,
      place: { kind: 'overview' },
    })),
    toldAt: {
      ...Object.fromEntries(
        Object.entries(toldAt).filter(([id]) => connections.some((each) => each.id === id)),
      ),
      ...Object.fromEntries(untold.map(({ id }) => [id, toIso(nowMs)])),
    },
  };
}
