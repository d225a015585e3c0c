import type { Progress } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { logLineOf } from '#shared/words/log-lines.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { createLiveBar } from './live-bar.ts';
import type { Screen } from './screen.ts';
import type { Surroundings } from './surroundings.ts';

/** Shows a running job. `events` come from this process's own job only; a joined job has progress alone. */
export interface SyncReporter {
  progress(progress: Progress): void;
  event(event: SyncEvent): void;
  /** A line for the reader that is no part of the result. */
  note(line: string): void;
  /** Gives the screen back; nothing is shown after it. */
  end(): void;
}

/** The countdown of a wait moves even while no event comes. */
const redrawMs = 250;

/** A live bar on a terminal, lines when piped, objects with `--json`. */
export function createSyncReporter(
  screen: Screen,
  surroundings: Pick<Surroundings, 'every'>,
  nowMs: () => number,
): SyncReporter {
  if (screen.json) return jsonReporter(screen);
  return screen.live ? liveReporter(screen, surroundings, nowMs) : plainReporter(screen, nowMs);
}

const jsonReporter = (screen: Screen): SyncReporter => ({
  progress: (progress) => screen.record({ type: 'progress', ...progress }),
  event: () => undefined,
  note: (line) => screen.complain(line),
  end: () => undefined,
});

function liveReporter(
  screen: Screen,
  surroundings: Pick<Surroundings, 'every'>,
  nowMs: () => number,
): SyncReporter {
  const bar = createLiveBar(screen, nowMs);
  let latest: Progress | null = null;
  const stopTicking = surroundings.every(redrawMs, () => {
    if (latest?.waiting != null) bar.show(latest);
  });
  return {
    progress(progress) {
      latest = progress;
      bar.show(progress);
    },
    event(event) {
      if (event.kind === 'account-ended') bar.print(logLineOf(event)?.line ?? '');
    },
    note: (line) => bar.print(line),
    end() {
      stopTicking();
      bar.end();
    },
  };
}

/**
 * One line per thing that happened. The progress itself only when an account begins or ends: with accounts side by
 * side the one that moved last changes with every page.
 */
function plainReporter(screen: Screen, nowMs: () => number): SyncReporter {
  const seen = new Set<string>();
  return {
    progress(progress) {
      const { currentAccount, accountsDone } = progress;
      const size = seen.size;
      seen.add(`begun ${currentAccount ?? ''}`).add(`ended ${String(accountsDone)}`);
      if (seen.size > size) screen.say(progressLine(progress, nowMs()));
    },
    event(event) {
      // The account's turn is told by the progress line already.
      if (event.kind === 'account-started') return;
      const entry = logLineOf(event);
      if (entry === null) return;
      const whose = event.kind === 'page-stored' ? ` (${event.displayName})` : '';
      screen.say(`${entry.line}${whose}`);
    },
    note: (line) => screen.say(line),
    end: () => undefined,
  };
}
