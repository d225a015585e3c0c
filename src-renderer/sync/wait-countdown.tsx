import type { ReactNode } from 'react';
import type { Waiting } from '#shared/progress.ts';
import { countdownText } from '../format/countdown-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../state/use-now.ts';

const causes: Readonly<Record<Waiting['cause'], string>> = {
  'rate-limit': 'The bank asks for a pause (429). Going on in',
  'bank-error': 'The bank is not available. Trying again in',
  network: 'No connection. Trying again in',
};

/** What the sync stands still for, counted down by the second. */
export function WaitCountdown({ waiting }: { waiting: Waiting }): ReactNode {
  const leftMs = Date.parse(waiting.untilIso) - useNow(250);
  return (
    <p className="sync-wait">
      <Icon name="clock" />
      {causes[waiting.cause]} <span className="countdown-inline">{countdownText(leftMs)}</span>
    </p>
  );
}
