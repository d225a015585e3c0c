import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { ChosenDaysButton } from './chosen-days-button.tsx';
import { SyncWishButton } from './sync-wish-button.tsx';
import { syncWords as words } from '../words/words.ts';

/** Sync everything, and beside it: sync chosen days. */
export function SyncButton(): ReactNode {
  const syncing = useWindowState(isSyncing);
  return (
    <div className="sync-buttons">
      <SyncWishButton wish={{}} className="button button-main">
        <Icon name="sync" spins={syncing} />
        {syncing ? words.syncing : words.sync}
      </SyncWishButton>
      <ChosenDaysButton className="button button-main" />
    </div>
  );
}
