import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '#shared/failure.ts';
import { DamagedPage, isDamage } from './backups/damaged-page.tsx';
import { BrokenPage } from './broken-page.tsx';
import { KeyboardSheet } from './keyboard/keyboard-sheet.tsx';
import { useWindowKeys } from './keyboard/use-window-keys.ts';
import { FailureNotice } from './parts/failure-notice.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { placeKey } from './state/window-place.ts';
import { useWindow, useWindowState } from './state/window-context.ts';
import { SyncAnnouncer } from './sync/sync-announcer.tsx';
import { SyncStrip } from './sync/sync-strip.tsx';
import { UnsavedNotes } from './transactions/detail/unsaved-notes.tsx';
import { UpdatingPage } from './updating/updating-page.tsx';
import { WindowPage } from './window-page.tsx';
import { windowWords } from './words/words.ts';

/** Sidebar, sync, page. Before the first bank there is no sidebar: nothing could be in it. */
export function WindowShell(): ReactNode {
  const isReady = useWindowState((state) => state.app !== null);
  const isFirstRun = useWindowState((state) => state.app?.connections.length === 0);
  const updating = useWindowState((state) => state.updating);
  const place = useWindowState((state) => state.place);
  const main = useRef<HTMLElement>(null);
  const notice = useWindowState((state) => state.notice);
  // Kept while the page is there: putting a copy back may fail in a way of its own.
  const [damage, setDamage] = useState<Failure | null>(null);
  if (damage === null && notice !== null && isDamage(notice)) setDamage(notice);
  const key = placeKey(place);
  const [showsKeys, hideKeys] = useWindowKeys(isReady && !isFirstRun && damage === null);
  useEffect(() => {
    // In braces: newer Chromiums answer with a promise, and React takes what an effect returns for its clean-up.
    main.current?.scrollTo(0, 0);
  }, [key]);
  if (updating !== null) return <UpdatingPage update={updating} />;
  if (damage !== null) return <DamagedPage failure={damage} onDone={() => setDamage(null)} />;
  if (!isReady) return <Notice />;
  const isWelcome = isFirstRun && place.kind !== 'settings' && place.kind !== 'job';
  return (
    <>
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {windowWords.skip}
      </button>
      <SyncAnnouncer />
      {showsKeys ? <KeyboardSheet onClose={hideKeys} /> : null}
      <div className={isFirstRun ? 'shell shell-first' : 'shell'}>
        {isFirstRun ? null : <Sidebar />}
        <div className="shell-page">
          <SyncStrip />
          <Notice />
          <UnsavedNotes />
          <main ref={main} tabIndex={-1} className="page">
            <BrokenPage key={isWelcome ? 'connect' : key}>
              <WindowPage place={isWelcome ? { kind: 'connect' } : place} />
            </BrokenPage>
          </main>
        </div>
      </div>
    </>
  );
}

/** Why the last click did nothing. */
function Notice(): ReactNode {
  const { store } = useWindow();
  const notice = useWindowState((state) => state.notice);
  if (notice === null) return null;
  return (
    <div className="shell-notice">
      <FailureNotice failure={notice}>
        <button type="button" className="button" onClick={store.dismissNotice}>
          {windowWords.dismiss}
        </button>
      </FailureNotice>
    </div>
  );
}
