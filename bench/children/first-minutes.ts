import { addDays, type CalendarDay, utcDay } from '#shared/calendar-day.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { openStage } from '../stage/open-stage.ts';
import {
  type FirstMinutesAnswer,
  firstMinutesTaskSchema,
  type PerishableKind,
} from './first-minutes-task.ts';

/** Whatever begins on an earlier day, banks serve only right after a consent (truelayer.md 2.9). */
const recentDays = 90;

const task = taskOfChild(firstMinutesTaskSchema);
const oldestRecentDay = addDays(utcDay(Date.now()), -recentDays);
const stage = await openStage(task.bank, task.ledgerPath);
const answer = await race();
await stage.close();
answerParent(answer);

async function race(): Promise<FirstMinutesAnswer> {
  const perishable: { kind: PerishableKind; atMs: number }[] = [];
  const startedAtMs = Date.now();
  const started = await stage.runner.start(
    { requestedBy: 'connect', attended: true },
    { workers: task.workers },
  );
  if (!started.ok) throw new Error(`The sync did not start: ${started.failure.kind}`);
  started.value.events((event) => {
    const kind = perishableKind(event, oldestRecentDay);
    if (kind !== null) perishable.push({ kind, atMs: Date.now() });
  });
  const { status, accounts, performance, pagesDone, transactionsSynced, rateLimited } =
    await started.value.done;
  const endedAtMs = Date.now();
  if (performance === null) throw new Error(`The sync ended as ${status}, and kept no summary`);
  return {
    status,
    reasons: accounts.flatMap(({ reason }) => reason ?? []),
    startedAtMs,
    endedAtMs,
    perishable,
    calls: performance.apiCalls.count,
    pages: pagesDone,
    transactionsSynced,
    rateLimited,
    performance,
  };
}

function perishableKind(event: SyncEvent, oldestRecent: CalendarDay): PerishableKind | null {
  if (event.kind === 'page-stored') return event.from < oldestRecent ? 'old history' : null;
  if (event.kind !== 'api-call' || event.status !== 200) return null;
  switch (event.endpoint) {
    case 'me':
    case 'accounts':
    case 'cards':
      return 'ids';
    case 'info':
      return 'info';
    case 'accounts/standing_orders':
      return 'standing orders';
    case 'accounts/direct_debits':
      return 'direct debits';
    default:
      return null;
  }
}
