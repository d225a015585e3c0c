import type { ReactNode } from 'react';
import { useWindowState } from '../state/window-context.ts';
import { announcementOf } from './announcement.ts';

/** Always on the page, so that a screen reader watches it from the beginning. */
export function SyncAnnouncer(): ReactNode {
  const said = useWindowState((state) => announcementOf(state.running, state.ended));
  return (
    <p className="unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
