import { useState, type ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindowState } from '../state/window-context.ts';
import { isSyncing } from '../state/window-state.ts';
import { DateRangeDialog } from './date-range-dialog.tsx';
import { syncWords as words } from '../words/words.ts';

/** Opens the choice of days, of everything or of one account. Not `disabled` while a sync runs, see `SyncWishButton`. */
export function ChosenDaysButton(props: {
  account?: { readonly id: string; readonly name: string };
  className?: string;
}): ReactNode {
  const { account, className = 'button' } = props;
  const syncing = useWindowState(isSyncing);
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={account === undefined ? words.chosenDays : words.chosenDaysOfThis}
        aria-haspopup="dialog"
        aria-disabled={syncing}
        title={words.chosenDays}
        onClick={() => {
          if (!syncing) setChoosing(true);
        }}
      >
        <Icon name="calendar" />
      </button>
      {choosing ? (
        <DateRangeDialog {...(account === undefined ? {} : { account })} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  );
}
