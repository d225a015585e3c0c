import type { ReactNode } from 'react';
import type { RunningJob } from '../state/window-state.ts';
import { barValueText } from './progress-text.ts';
import { syncWords as words } from '../words/words.ts';

/** The bar itself; without a value while there is nothing to measure by. */
export const SyncBar = ({ running }: { running: RunningJob }): ReactNode => (
  <progress
    className="sync-bar"
    max={1}
    {...(running.fraction === null ? {} : { value: running.fraction })}
    aria-label={words.progress}
    aria-valuetext={barValueText(running.progress)}
  />
);
