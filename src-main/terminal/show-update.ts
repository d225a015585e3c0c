import type { LedgerUpdate, TellUpdate } from '#shared/ledger-update.ts';
import { ledgerUpdateWords as words } from '#shared/words/ledger-update-words.ts';
import type { Surroundings } from './surroundings.ts';
import { withoutControls } from './without-controls.ts';

/** Steps that follow each other more quickly have no line of their own where lines stay. */
const patienceMs = 1_000;
const clearLine = '\r\u001b[K';

/**
 * Shows on stderr how a ledger of an older Passbook is brought up to date: one line that changes at a terminal, plain
 * lines anywhere else. stdout is the command's own.
 */
export function showUpdate({
  stderr,
  env,
  nowMs,
}: Pick<Surroundings, 'stderr' | 'env' | 'nowMs'>): TellUpdate {
  const isLive = stderr.isTty && env['TERM'] !== 'dumb';
  let isShown = false;
  let saidMs = Number.NEGATIVE_INFINITY;
  const say = (line: string): void => stderr.write(`${withoutControls(line)}\n`);
  const show = (update: LedgerUpdate): void => {
    const line = `${words.title}. ${words.step(update)}. ${words.copy(update)}.`;
    if (isLive) {
      stderr.write(clearLine + withoutControls(line).slice(0, stderr.columns() - 1));
    } else if (nowMs() - saidMs >= patienceMs) {
      saidMs = nowMs();
      say(line);
    }
  };
  return (update) => {
    const isDone = update !== null && update.step > update.steps;
    if (update !== null && !isDone) show(update);
    else if (isLive && isShown) stderr.write(clearLine);
    isShown = update !== null && !isDone;
    // A failure is told by the command.
    if (isDone) say(`${words.done}. ${words.copy(update)}.`);
  };
}
