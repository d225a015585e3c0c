import type { ReactNode } from 'react';
import type { Waiting } from '#shared/progress.ts';
import { countdownText } from '../format/countdown-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../state/use-now.ts';
import { syncWords as words } from '../words/words.ts';

/** What the sync stands still for, counted down by the second. */
export function WaitCountdown({ waiting }: { waiting: Waiting }): ReactNode {
  const leftMs = Date.parse(waiting.untilIso) - useNow(250);
  return (
    <p className="sync-wait">
      <Icon name="clock" />
      {words.goingOnIn[waiting.cause]} <span className="countdown-inline">{countdownText(leftMs)}</span>
    </p>
  );
}
