import { useEffect, useId, type ReactNode } from 'react';
import { useStore } from '../../state/use-store.ts';
import { useWindow } from '../../state/window-context.ts';
import { detailWords as words } from '../../words/words.ts';
import { noteKeeperOf } from './note-keeper-of.ts';
import type { Draft } from './note-keeper.ts';

/** As many characters as the ledger takes. */
const mostCharacters = 4000;

/** A note that saves itself; it says when it has not yet. `saved`: as the ledger has it. */
export function NoteField({ id, saved }: { id: number; saved: string | null }): ReactNode {
  const { bridge } = useWindow();
  const keeper = noteKeeperOf(bridge);
  const draft = useStore(keeper, (drafts) => drafts.get(id));
  const fieldId = useId();
  // Another row, or the pane closed: what was written is saved now.
  useEffect(() => () => void keeper.leave(id), [keeper, id]);
  return (
    <div className="field">
      <label htmlFor={fieldId}>{words.note}</label>
      <textarea
        id={fieldId}
        rows={3}
        maxLength={mostCharacters}
        placeholder={words.noteHint}
        value={draft?.text ?? saved ?? ''}
        onChange={(event) => keeper.write(id, event.target.value)}
        onBlur={() => void keeper.save(id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // A line is finished; with Ctrl, the note.
          if (event.ctrlKey || event.metaKey) event.preventDefault();
          void keeper.save(id);
        }}
      />
      <p className="field-hint" role="status">
        {draft === undefined ? null : <DraftState draft={draft} onSave={() => void keeper.save(id)} />}
      </p>
    </div>
  );
}

function DraftState({ draft, onSave }: { draft: Draft; onSave: () => void }): ReactNode {
  if (draft.state === 'saved') return words.noteSaved;
  if (draft.state !== 'failed') return words.noteSaving;
  return (
    <span className="field-problem">
      {words.noteNotSaved}{' '}
      <button type="button" className="link" onClick={onSave}>
        {words.tryAgain}
      </button>
    </span>
  );
}
