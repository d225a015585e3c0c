import type { ConnectionStatus, Place } from '#shared/ipc/app-state.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { consentEndsSoon } from '#shared/words/connection-sentence.ts';
import { utcDay } from '#shared/calendar-day.ts';

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
}

const needsUser: readonly ConnectionStatus['health'][] = ['reconnect-needed', 'failed', 'rate-limited'];

/**
 * What to say at the end of a job: what went wrong and was not wrong before, with the way out; else the new rows, if
 * there are any. Nothing about a sync that found nothing, nothing twice, and nothing about a cancel.
 */
export function noticesOfJob({ job, before, after, isWatched }: JobNoticeFacts): readonly Notice[] {
  if (isWatched || job.status === 'cancelled') return [];
  const troubles = after.filter(
    ({ id, health }) =>
      needsUser.includes(health) && before.find((each) => each.id === id)?.health !== health,
  );
  if (troubles.length > 0) {
    return troubles.map(({ provider_name, health, sentence }) => ({
      title:
        health === 'reconnect-needed'
          ? `${provider_name}: reconnect needed`
          : `${provider_name}: sync failed`,
      body: sentence ?? '',
      place: { kind: 'job', jobId: job.jobId },
    }));
  }
  const rows = job.transactionsSynced;
  if (rows === 0) return [];
  const accounts = job.accounts.filter(({ transactionsSynced }) => transactionsSynced > 0);
  const [only] = accounts;
  return [
    {
      title: rows === 1 ? '1 new transaction' : `${String(rows)} new transactions`,
      body: accounts.map(({ displayName }) => displayName).join(', '),
      place:
        only !== undefined && accounts.length === 1
          ? { kind: 'account', accountId: only.accountId }
          : { kind: 'overview' },
    },
  ];
}

/**
 * Consents that end within a week: told once a day. @returns the notices and, by connection, the day each was told
 * last, to be remembered.
 */
export function consentNotices(
  connections: readonly ConnectionStatus[],
  noticedOn: Readonly<Record<string, string>>,
  nowMs: number,
): { readonly notices: readonly Notice[]; readonly noticedOn: Readonly<Record<string, string>> } {
  const today = utcDay(nowMs);
  const ending = connections.filter(
    ({ health, consent_expires_at }) => health === 'fine' && consentEndsSoon(consent_expires_at, nowMs),
  );
  const untold = ending.filter(({ id }) => noticedOn[id] !== today);
  return {
    notices: untold.map(({ provider_name, sentence }) => ({
      title: `${provider_name}: your consent ends soon`,
      body: sentence ?? '',
      place: { kind: 'overview' },
    })),
    noticedOn: {
      ...Object.fromEntries(
        Object.entries(noticedOn).filter(([id]) => connections.some((each) => each.id === id)),
      ),
      ...Object.fromEntries(untold.map(({ id }) => [id, today])),
    },
  };
}
