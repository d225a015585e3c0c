import type { ReactNode } from 'react';
import { countdownText } from '../format/countdown-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../state/use-now.ts';
import { syncWords as words } from '../words/words.ts';

/** The minutes after a consent in which the bank still serves old history, counted down by the second. */
export function HistoryClock({ endsIso }: { endsIso: string }): ReactNode {
  const leftMs = Date.parse(endsIso) - useNow(250);
  if (leftMs <= 0) return null;
  return (
    <p className="sync-wait" role="timer" aria-label={words.oldHistory}>
      <Icon name="clock" />
      {words.oldHistory} <span className="countdown-inline">{countdownText(leftMs)}</span>
    </p>
  );
}
