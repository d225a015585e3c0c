import type { App } from 'electron';
import type { LogDoor } from '../log/log-door.ts';

/** How long the threads may take to finish their page. Longer would look like a hang. */
const patienceMs = 15_000;

/**
 * Holds every quit back until `close` has ended the threads: a thread that still runs when Electron tears Node down
 * crashes the process (electron#23315, #25199). What did not end in time is given up with the process.
 */
export function quitInOrder(app: App, log: LogDoor, close: () => Promise<void>): void {
  let closing: Promise<boolean> | null = null;
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing !== null) return;
    closing = withinPatience(close());
    void closing.then((inTime) => {
      closed = true;
      if (inTime) return app.quit();
      log.error('Not everything ended in time; quitting without it');
      app.exit(0);
    });
  });
}

async function withinPatience(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([done, tooLate]);
  clearTimeout(timer);
  return inTime;
}
