import { useEffect, useMemo, type ReactNode } from 'react';
import { nearDayText } from '../format/near-day-text.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useNow } from '../state/use-now.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { overviewWords as words } from '../words/words.ts';
import { attentionOf } from './attention.ts';
import { AttentionList } from './attention-list.tsx';
import { ChangesCard } from './changes-card.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { LastSync } from './last-sync.tsx';
import { TotalsCard } from './totals-card.tsx';
import { useOverview } from './use-overview.ts';

const minuteMs = 60_000;

/** What needs the user, what they have, what is new; every connection with its accounts; how the last sync went. */
export function OverviewPage(): ReactNode {
  const { store } = useWindow();
  const app = useWindowState((state) => state.app);
  const hasJobs = useWindowState((state) => state.jobs !== null);
  const overview = useOverview();
  const nowMs = useNow(minuteMs);
  useEffect(() => {
    if (!hasJobs) void store.loadJobs();
  }, [store, hasJobs]);
  const attention = app === null ? [] : attentionOf(app, overview, nowMs);
  const sparklines = useMemo(
    () => new Map(overview?.sparklines.map((line) => [line.account_id, line.balances])),
    [overview],
  );
  return (
    <>
      <PageHead title={words.title} under={<NextSync />} />
      <AttentionList items={attention} />
      {overview === null ? null : (
        <div className="overview-cards">
          <TotalsCard totals={overview.totals} />
          <ChangesCard changes={overview.changes} />
        </div>
      )}
      {app?.connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          accounts={app.accounts.filter(({ connection_id: id }) => id === connection.id)}
          sparklines={sparklines}
        />
      ))}
      <LastSync />
    </>
  );
}

function NextSync(): ReactNode {
  const { store } = useWindow();
  const nextSyncIso = useWindowState((state) => state.app?.nextSyncIso ?? null);
  const everyHours = useWindowState((state) => state.app?.settings.syncEveryHours ?? null);
  const paused = useWindowState((state) => state.app?.settings.pausedUntilIso ?? null);
  if (paused !== null) return words.pausedUntil(nearDayText(paused, store.nowMs()));
  if (everyHours === null) return words.syncsWhenAsked;
  // While one runs the next is not planned yet.
  if (nextSyncIso === null) return words.syncsEvery(everyHours);
  return words.nextSync(nearDayText(nextSyncIso, store.nowMs()));
}
