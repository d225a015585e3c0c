import { resolve } from 'node:path';
import { toIso } from '#shared/clock.ts';
import { type ExportFormat, exportFormats } from '#shared/export.ts';
import { countOfRows, leftOutWords } from '#shared/words/export-words.ts';
import type { CommandContext } from '../command-context.ts';
import { dayRangeProblem, type DayOptions } from '../day-range.ts';
import { showCounting } from '../counting-line.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `format` as typed: which ones there are is said here, with a better sentence than a parser has. */
export interface ExportOptions extends DayOptions {
  readonly format: string;
  readonly out: string;
  readonly account?: readonly string[];
}

/** `passbook export`: the ledger's rows as a file, written whole or not at all. */
export async function exportTransactions(context: CommandContext, options: ExportOptions): Promise<number> {
  const { screen, clock, ledgerPath } = context;
  const { format, from, to, account } = options;
  if (!isExportFormat(format)) {
    const known = `${exportFormats.slice(0, -1).join(', ')} or ${exportFormats.at(-1) ?? ''}`;
    return refuse(screen, `There is no format "${format}": choose ${known}.`);
  }
  const problem = dayRangeProblem(options, clock.nowMs(), { future: 'allow' });
  if (problem !== null) return refuse(screen, problem);
  const out = resolve(options.out);
  if (out === ledgerPath)
    return refuse(screen, 'The file to export to is the ledger itself: name another with --out.');
  return withExistingLedger(context, async (ledger) => {
    const written = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const cell = new Int32Array(written);
    const stop = showCounting(screen, () => `Writing: ${countOfRows(Atomics.load(cell, 0))}`);
    const answer = await ledger.run({
      kind: 'export-transactions',
      ledgerPath,
      format,
      out,
      nowIso: toIso(clock.nowMs()),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(account === undefined ? {} : { accountIds: account }),
      written,
    });
    stop();
    if (!answer.ok) return showFailure(screen, answer.failure);
    const { rows, pendingLeftOut } = answer.value;
    screen.record({ type: 'exported', format, out, rows, pendingLeftOut });
    if (!screen.json) screen.say(`Exported ${countOfRows(rows)} to ${out}.`);
    const leftOut = leftOutWords(pendingLeftOut);
    if (leftOut !== null) screen.say(leftOut);
    return exitCode.ok;
  });
}

const isExportFormat = (text: string): text is ExportFormat =>
  (exportFormats as readonly string[]).includes(text);
