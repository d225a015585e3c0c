import { useEffect, useRef, type ReactNode } from 'react';
import { countText } from '../format/count-text.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import type { RunningJob } from '../state/window-state.ts';
import { EndedStrip } from './ended-strip.tsx';
import { HistoryClock } from './history-clock.tsx';
import { timeLeftText } from './progress-text.ts';
import { SyncBar } from './sync-bar.tsx';
import { WaitCountdown } from './wait-countdown.tsx';
import { syncWords as words } from '../words/words.ts';

/** Over every page while something runs, and after it until dismissed. */
export function SyncStrip(): ReactNode {
  const running = useWindowState((state) => state.running);
  const ended = useWindowState((state) => state.ended);
  const shown = running === null ? (ended === null ? 'nothing' : 'end') : 'running';
  const before = useRef(shown);
  useEffect(() => {
    // The button that had the focus (Cancel, Dismiss) went with the strip: Tab goes on from the page.
    if (before.current !== shown && document.activeElement === document.body) {
      document.querySelector('main')?.focus({ preventScroll: true });
    }
    before.current = shown;
  }, [shown]);
  if (running !== null) return <RunningStrip running={running} />;
  return ended === null ? null : <EndedStrip job={ended} />;
}

function RunningStrip({ running }: { running: RunningJob }): ReactNode {
  const { store } = useWindow();
  const { progress } = running;
  return (
    <section className="sync-strip" aria-label={words.sync}>
      <div className="sync-strip-head">
        <p className="sync-line">{words.line(progress)}</p>
        <button type="button" className="button" onClick={() => void store.act('sync.cancel', null)}>
          {words.cancel}
        </button>
      </div>
      <SyncBar running={running} />
      <div className="sync-strip-foot">
        <SyncFacts running={running} />
        {progress.historyWindow === null ? null : <HistoryClock {...progress.historyWindow} />}
        {progress.waiting === null ? null : <WaitCountdown waiting={progress.waiting} />}
      </div>
    </section>
  );
}

function SyncFacts({ running: { progress } }: { running: RunningJob }): ReactNode {
  const left = timeLeftText(progress);
  const facts: readonly (readonly [name: string, value: string])[] = [
    // Nothing is planned while the bank is asked for its accounts.
    ...(progress.pagesPlanned === 0
      ? []
      : [[words.pages, words.pagesOf(progress.pagesDone, progress.pagesPlanned)] as const]),
    [words.duplicates, countText(progress.duplicates)],
    [words.rowsPerSecond, countText(progress.rowsPerSecond)],
    ...(progress.errors > 0 ? [[words.errors, countText(progress.errors)] as const] : []),
    ...(progress.rateLimited > 0 ? [[words.rateLimited, countText(progress.rateLimited)] as const] : []),
    ...(left === null || progress.waiting !== null ? [] : [[words.timeLeft, left] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
