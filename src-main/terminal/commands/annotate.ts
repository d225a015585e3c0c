import { toIso } from '#shared/clock.ts';
import { type OverlayChange, overlayChangeSchema } from '#shared/transaction-list.ts';
import { annotateWords } from '#shared/words/annotate-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** As commander hands them over: `--no-note` is `note: false`. Of each pair the last one said counts. */
export interface AnnotateOptions {
  readonly note?: string | false;
  readonly category?: string | false;
  readonly flip?: boolean;
  readonly hide?: boolean;
}

/** `passbook annotate`: what the user says about transactions, which no sync changes. */
export async function annotate(
  context: CommandContext,
  ids: readonly number[],
  options: AnnotateOptions,
): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const change = overlayChangeSchema.safeParse(changeOf(options));
  if (!change.success) return refuse(screen, annotateWords.tooLong);
  if (Object.keys(change.data).length === 0) return refuse(screen, annotateWords.nothingSaid);
  return withExistingLedger(context, async (ledger) => {
    const nowIso = toIso(clock.nowMs());
    const answer = await ledger.run({
      kind: 'annotate-transactions',
      ledgerPath,
      ids,
      change: change.data,
      nowIso,
    });
    if (!answer.ok) return showFailure(screen, answer.failure);
    const { changed } = answer.value;
    const missing = new Set(ids).size - changed;
    if (changed === 0) {
      return showFailure(screen, { kind: 'not-found', what: 'transaction', id: ids.join(', ') });
    }
    screen.record({ type: 'annotated', changed, missing });
    if (!screen.json) screen.say(annotateWords.done(changed, missing));
    return exitCode.ok;
  });
}

const changeOf = ({ note, category, flip, hide }: AnnotateOptions): OverlayChange => ({
  ...(note === undefined ? {} : { note: note === false ? null : note }),
  ...(category === undefined ? {} : { own_category: category === false ? null : category }),
  ...(flip === undefined ? {} : { is_flipped: flip }),
  ...(hide === undefined ? {} : { is_hidden: hide }),
});
