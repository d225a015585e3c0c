import { toIso } from '#shared/clock.ts';
import { replaySentences, restatementPromise } from '#shared/words/restatement-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { sayExamples } from '../restated-rows.ts';
import { showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `apply`: make the rows what came out; else only show what differs. */
export interface ReplayOptions {
  readonly account?: string;
  readonly apply?: boolean;
}

/** `passbook replay`: the rows made anew from the pages as the bank sent them, without asking it. */
export const replay = (context: CommandContext, { account, apply = false }: ReplayOptions): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock } = context;
    const answer = await ledger.run({
      kind: 'replay-pages',
      ledgerPath,
      apply,
      nowIso: toIso(clock.nowMs()),
      ...(account === undefined ? {} : { accountId: account }),
    });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record(answer.value);
    if (screen.json) return exitCode.ok;
    for (const sentence of replaySentences(answer.value)) screen.say(sentence);
    const isNothing = Object.values(answer.value.totals).every((count) => count === 0);
    if (!apply && !isNothing) {
      sayExamples(screen, answer.value);
      screen.say(restatementPromise);
      const what = account === undefined ? '' : ` --account ${account}`;
      screen.say(`Nothing was changed yet. To do it: passbook replay${what} --apply`);
    }
    return exitCode.ok;
  });
