import { useState, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { DateRangeDialog } from './date-range-dialog.tsx';

/** Sync everything, and beside it: sync chosen days. */
export function SyncButton(): ReactNode {
  const { store } = useWindow();
  const syncing = useWindowState(isSyncing);
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <div className="sync-buttons">
        <button
          type="button"
          className="button button-main"
          aria-disabled={syncing}
          onClick={() => {
            if (!syncing) void store.act('sync.start', {});
          }}
        >
          <Icon name="sync" spins={syncing} />
          {syncing ? 'Syncing' : 'Sync'}
        </button>
        <button
          type="button"
          className="button button-main"
          aria-label="Sync chosen days"
          aria-haspopup="dialog"
          title="Sync chosen days"
          disabled={syncing}
          onClick={() => setChoosing(true)}
        >
          <Icon name="calendar" />
        </button>
      </div>
      {choosing ? <DateRangeDialog onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
