import { useEffect, type ReactNode } from 'react';
import { nearInstantText } from '../format/day-text.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { ConnectionCard } from './connection-card.tsx';
import { LastSync } from './last-sync.tsx';

/** Every connection with its accounts and what it needs, and how the last sync went. */
export function OverviewPage(): ReactNode {
  const { store } = useWindow();
  const connections = useWindowState((state) => state.app?.connections);
  const accounts = useWindowState((state) => state.app?.accounts);
  const hasJobs = useWindowState((state) => state.jobs !== null);
  useEffect(() => {
    if (!hasJobs) void store.loadJobs();
  }, [store, hasJobs]);
  return (
    <>
      <PageHead title="Overview" under={<NextSync />} />
      {connections?.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          accounts={accounts?.filter(({ connection_id: id }) => id === connection.id) ?? []}
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
  if (paused !== null)
    return <>Background syncs are paused until {nearInstantText(paused, store.nowMs())}.</>;
  if (everyHours === null) return <>Syncs when you ask for it.</>;
  // While one runs the next is not planned yet.
  if (nextSyncIso === null) return <>Syncs in the background every {String(everyHours)} hours.</>;
  return <>Next background sync: {nearInstantText(nextSyncIso, store.nowMs())}.</>;
}
