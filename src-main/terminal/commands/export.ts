import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { dayRangeProblem, type DayOptions } from '../day-range.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `format` as typed; which ones there are is decided here, so that later ones get a better answer. */
export interface ExportOptions extends DayOptions {
  readonly format: string;
  readonly out: string;
  readonly account?: string;
}

const laterFormats: readonly string[] = ['ofx', 'qif', 'beancount', 'ledger'];

/** `passbook export`: the ledger's rows as a file, written whole or not at all. */
export async function exportTransactions(context: CommandContext, options: ExportOptions): Promise<number> {
  const { screen, clock, ledgerPath } = context;
  const { format, from, to, account } = options;
  if (laterFormats.includes(format)) {
    return refuse(
      screen,
      `The format "${format}" is not there yet, it comes later; for now there are csv and json.`,
    );
  }
  if (format !== 'csv' && format !== 'json') {
    return refuse(screen, `There is no format "${format}": choose csv or json.`);
  }
  const problem = dayRangeProblem(options, clock.nowMs(), { future: 'allow' });
  if (problem !== null) return refuse(screen, problem);
  const out = resolve(options.out);
  if (out === ledgerPath)
    return refuse(screen, 'The file to export to is the ledger itself: name another with --out.');
  return withExistingLedger(context, async (ledger) => {
    const answer = await ledger.run({
      kind: 'export-transactions',
      ledgerPath,
      format,
      out,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(account === undefined ? {} : { accountId: account }),
    });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record({ type: 'exported', format, out, rows: answer.value.rows });
    if (!screen.json) screen.say(`Exported ${String(answer.value.rows)} transactions to ${out}.`);
    return exitCode.ok;
  });
}
