import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { annotate, type AnnotateOptions } from './commands/annotate.ts';
import { nonEmpty, wholeNumber } from './option-values.ts';

/** The commands by which the user says something about transactions. */
export function addTransactionCommands(
  add: (name: string, description: string) => Command,
  body: (work: (context: CommandContext) => Promise<number>) => Promise<void>,
): void {
  add('annotate', 'say something about transactions that no sync changes: a note, a category, a sign, hidden')
    .argument('<ids...>', 'ids, as "passbook transactions" shows them', severalIds)
    .option('--note <text>', 'a note', nonEmpty)
    .option('--no-note', 'no note')
    .option('--category <name>', 'a category of your own', nonEmpty)
    .option('--no-category', "the bank's category again")
    .option('--flip', "the bank's sign is wrong: turn the amount round")
    .option('--no-flip', "the bank's sign is right")
    .option('--hide', 'neither shown nor counted nor exported, whatever the bank sends again')
    .option('--no-hide', 'shown and counted again')
    .action((ids: readonly number[], options: AnnotateOptions) =>
      body((context) => annotate(context, ids, options)),
    );
}

const mostIds = 10_000;
const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** Commander calls it once for each, with those before. */
function severalIds(text: string, before: readonly number[] = []): readonly number[] {
  if (before.length >= mostIds) throw new InvalidArgumentError(`At most ${String(mostIds)} at a time.`);
  return [...before, id(text)];
}
