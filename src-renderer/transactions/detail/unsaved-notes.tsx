import type { ReactNode } from 'react';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { useStore } from '../../state/use-store.ts';
import { useWindow } from '../../state/window-context.ts';
import { detailWords as words } from '../../words/words.ts';
import { noteKeeperOf } from './note-keeper-of.ts';

/** On every page, as long as the ledger does not take a note: its field may be gone from the page by then. */
export function UnsavedNotes(): ReactNode {
  const { bridge } = useWindow();
  const keeper = noteKeeperOf(bridge);
  const drafts = useStore(keeper, (now) => now);
  const failures = [...drafts.values()].flatMap((draft) => (draft.state === 'failed' ? [draft.failure] : []));
  const [failure] = failures;
  if (failure === undefined) return null;
  return (
    <div className="shell-notice">
      <FailureNotice failure={failure}>
        <p>{words.notesNotSaved(failures.length)}</p>
        <button type="button" className="button" onClick={() => void keeper.saveAll()}>
          {words.tryAgain}
        </button>
      </FailureNotice>
    </div>
  );
}
