import { toIso } from '#shared/clock.ts';
import { restatementPromise, undoSentences } from '#shared/words/restatement-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { sayExamples } from '../restated-rows.ts';
import { showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `passbook undo JOB`: takes a sync back; with `--dry-run` only says what that would do. */
export const undo = (context: CommandContext, jobId: string, apply: boolean): Promise<number> =>
  withExistingLedger(context, async (ledger) => {
    const { screen, ledgerPath, clock } = context;
    const nowIso = toIso(clock.nowMs());
    const answer = await ledger.run({ kind: 'undo-job', ledgerPath, jobId, apply, nowIso });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record(answer.value);
    if (screen.json) return exitCode.ok;
    for (const sentence of undoSentences(answer.value)) screen.say(sentence);
    if (!apply) {
      sayExamples(screen, answer.value);
      screen.say(restatementPromise);
      screen.say(`Nothing was changed yet. To do it: passbook undo ${jobId}`);
    }
    return exitCode.ok;
  });
