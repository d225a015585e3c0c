import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { backup, backups, recover, restore } from './commands/backups.ts';
import { diagnostics } from './commands/diagnostics.ts';
import { nonEmpty } from './option-values.ts';

/** The commands that keep the ledger itself safe: copies of it, and what puts one in its place. */
export function addCopyCommands(
  add: (name: string, description: string) => Command,
  body: (work: (context: CommandContext) => Promise<number>) => Promise<void>,
): void {
  add('backup', 'copy the whole ledger, also while something syncs')
    .option('--out <file>', 'where to (default: the folder of copies beside the ledger)', nonEmpty)
    .action((options: { readonly out?: string }) => body((context) => backup(context, options)));
  add('backups', 'the copies there are').action(() => body(backups));
  add('restore', 'put a copy in the place of the ledger, which is kept as a copy itself')
    .argument('<file>', 'a name of "passbook backups", or a path', nonEmpty)
    .action((file: string) => body((context) => restore(context, file)));
  add(
    'diagnostics',
    'facts for a bug report: counts, days and kinds of failure, with pseudonyms and no text of yours',
  )
    .option('--out <file>', 'write them to a file instead of stdout', nonEmpty)
    .action((options: { readonly out?: string }) => body((context) => diagnostics(context, options)));
  add('recover', 'for a damaged ledger: sets it aside and saves what can be read of it').action(() =>
    body(recover),
  );
}
