import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWindow } from '../state/window-context.ts';
import { usualRange, wishOf } from './date-range.ts';
import { syncWords as words } from '../words/words.ts';

/** Two days, both included, and a sync of just those: of everything, or of one account. */
export function DateRangeDialog(props: {
  account?: { readonly id: string; readonly name: string };
  onClose: () => void;
}): ReactNode {
  const { account, onClose } = props;
  const { store } = useWindow();
  const id = useId();
  const [range, setRange] = useState(() => usualRange(store.nowMs()));
  const [problem, setProblem] = useState<string | null>(null);

  const start = (event: SyntheticEvent): void => {
    event.preventDefault();
    const asked = wishOf(range.from, range.to, account?.id);
    if ('problem' in asked) {
      setProblem(asked.problem);
      return;
    }
    onClose();
    void store.act('sync.start', asked.wish);
  };
  const day = (which: 'from' | 'to', label: string): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}-${which}`}>{label}</label>
      <input
        id={`${id}-${which}`}
        type="date"
        value={range[which]}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setRange({ ...range, [which]: event.target.value })}
      />
    </div>
  );

  return (
    <Dialog
      title={account === undefined ? words.chosenDays : words.chosenDaysOf(account.name)}
      onClose={onClose}
    >
      <form className="form" noValidate onSubmit={start}>
        <p className="quiet">{words.daysHint}</p>
        <div className="field-row">
          {day('from', words.firstDay)}
          {day('to', words.lastDay)}
        </div>
        {problem === null ? null : (
          <p id={`${id}-problem`} className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <p className="quiet">{words.daysOld}</p>
        <div className="dialog-ways">
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button button-main">
            {words.syncDays}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
