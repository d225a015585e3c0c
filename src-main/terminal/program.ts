import { Command, Option } from 'commander';
import { exportFormats } from '#shared/export.ts';
import { usualLookBackDays } from '#shared/sync-habits.ts';
import type { CommandContext } from './command-context.ts';
import { accounts } from './commands/accounts.ts';
import { connectOrRenew, type ConnectWish } from './commands/connect-or-renew.ts';
import { connections } from './commands/connections.ts';
import { demoBank, type DemoBankOptions } from './commands/demo-bank.ts';
import { demo } from './commands/demo.ts';
import { disconnect, type DisconnectOptions } from './commands/disconnect.ts';
import { doctor } from './commands/doctor.ts';
import { exportTransactions, type ExportOptions } from './commands/export.ts';
import { jobs, type JobsOptions } from './commands/jobs.ts';
import { replay, type ReplayOptions } from './commands/replay.ts';
import { undo } from './commands/undo.ts';
import { decideReview, review, takeBackReview, type ReviewOptions } from './commands/review.ts';
import { sign } from './commands/sign.ts';
import { sync, type SyncOptions } from './commands/sync.ts';
import { transactions, type TransactionsOptions } from './commands/transactions.ts';
import { verify, type VerifyOptions } from './commands/verify.ts';
import { addCopyCommands } from './copy-commands.ts';
import { addTransactionCommands } from './transaction-commands.ts';
import { calendarDay, instantMs, nonEmpty, searchText, severalTexts, wholeNumber } from './option-values.ts';

/** The options every command takes. `now`: milliseconds since 1970. */
export interface GlobalOptions {
  readonly ledger?: string;
  readonly json?: boolean;
  readonly now?: number;
}

/** Runs one command's body in a context of its own. `ledger`: whose default path applies. */
export type RunBody = (
  globals: GlobalOptions,
  ledger: 'real' | 'demo',
  body: (context: CommandContext) => Promise<number>,
) => Promise<void>;

const from = () => new Option('--from <day>', 'first day, YYYY-MM-DD').argParser(calendarDay);
const to = () => new Option('--to <day>', 'last day, YYYY-MM-DD').argParser(calendarDay);
const account = () => new Option('--account <id>', 'this account only').argParser(nonEmpty);

/** The table of contents of the terminal app: every command, its options, and what they mean. */
export function createProgram(run: RunBody): Command {
  const program = new Command('passbook')
    .description('A true, complete, local copy of your bank and card transactions in a SQLite file you own.')
    .option('--ledger <file>', "the ledger file (default: in the system's data folder)", nonEmpty)
    .option('--json', 'one JSON object a line on stdout, words for people on stderr')
    .option('--now <iso-time>', 'the moment the app takes for now, for demonstrations and tests', instantMs)
    .configureHelp({ showGlobalOptions: true });

  /** `real` unless the command is the demo. */
  const body = (work: (context: CommandContext) => Promise<number>, ledger: 'real' | 'demo' = 'real') =>
    run(program.opts<GlobalOptions>(), ledger, work);
  const add = (name: string, description: string): Command => program.command(name).description(description);

  add('demo', 'show the whole job with an invented bank: no credentials needed').action(() =>
    body(demo, 'demo'),
  );

  add('demo-bank', 'run the invented bank until interrupted; prints how to reach it as JSON')
    .option(
      '--port <n>',
      'port of the auth host, the API takes the next one (default: free ones)',
      wholeNumber(0, 65_534),
    )
    .option('--seed <n>', 'another seed, another bank', wholeNumber(0, 2 ** 31))
    .option('--accounts <n>', 'how many accounts', wholeNumber(0, 100))
    .option('--cards <n>', 'how many cards', wholeNumber(0, 100))
    .option('--transactions <n>', 'transactions per account over --days', wholeNumber(0, 10_000_000))
    .option('--days <n>', 'how many days of history', wholeNumber(1, 36_500))
    .option('--latency-ms <n>', 'how long each answer takes', wholeNumber(0, 600_000))
    .option('--faults <file>', 'what goes wrong and when (see docs/demo-bank.md)', nonEmpty)
    .option('--auto-approve', 'give the consent without asking')
    .action((options: DemoBankOptions) => body((context) => demoBank(context, options)));

  add('connect', 'give Passbook access to a bank, then fetch its history')
    .addOption(new Option('--env <where>', 'which TrueLayer').choices(['sandbox', 'live', 'custom']))
    .option('--client-id <id>', 'from your TrueLayer Console', nonEmpty)
    .option(
      '--renew <connection>',
      'give this connection a new consent; its accounts and rows go on',
      nonEmpty,
    )
    .option('--auth-url <url>', 'auth host, for --env custom', nonEmpty)
    .option('--api-url <url>', 'API host, for --env custom', nonEmpty)
    .option(
      '--redirect-uri <uri>',
      'as registered in the Console (default: http://localhost:3000/callback)',
      nonEmpty,
    )
    .option('--providers <ids>', "which banks to offer, such as 'uk-ob-all uk-oauth-all'", nonEmpty)
    .option('--no-browser', 'print the link instead of opening it')
    .option('--paste', 'paste the code or the final address instead of waiting for the redirect')
    .option('--no-sync', 'do not fetch anything yet')
    .addOption(workers())
    .action((options: ConnectWish) => body((context) => connectOrRenew(context, options)));

  add('sync', 'fetch what is new from every connected bank')
    .option('--connection <id>', 'this connection only', nonEmpty)
    .addOption(account())
    .addOption(from())
    .addOption(to())
    .addOption(workers())
    .addOption(
      new Option('--look-back <days>', 'ask again for so many days before the newest known one')
        .argParser(wholeNumber(1, 90))
        .default(usualLookBackDays),
    )
    .option('--no-pending', 'do not ask what is pending')
    .option('--unattended', 'nobody is present (cron): spend only the few requests banks then allow')
    .action((options: SyncOptions) => body((context) => sync(context, options)));

  add('jobs', 'the syncs so far, or one of them, also while it runs')
    .argument('[id]', 'a job')
    .option('--receipt', 'what the job asked and what came of it, page by page')
    .option('--out <file>', 'write the receipt to a file, as JSON', nonEmpty)
    .action((id: string | undefined, options: JobsOptions) => body((context) => jobs(context, id, options)));
  add('undo', 'take back what a sync did: nothing is deleted, and the next sync asks those days again')
    .argument('<job>', 'a job')
    .option('--dry-run', 'only show what would be taken back')
    .action((id: string, options: { readonly dryRun?: boolean }) =>
      body((context) => undo(context, id, options.dryRun !== true)),
    );
  add('replay', 'make the rows anew from the pages as the bank sent them; shows what differs first')
    .addOption(account())
    .option('--apply', 'do it')
    .action((options: ReplayOptions) => body((context) => replay(context, options)));
  add('connections', 'the connected banks').action(() => body(connections));
  add('accounts', 'accounts and cards with their balances').action(() => body(accounts));

  add('transactions', 'transactions, newest first')
    .addOption(from())
    .addOption(to())
    .addOption(account())
    .option('--search <text>', 'only those with this text in description, merchant or note', searchText)
    .option('--category <name>', 'only those of this category', nonEmpty)
    .option('--hidden', 'only those you have hidden')
    .option('--limit <n>', 'at most so many (50 unless --json)', wholeNumber(1, 1_000_000))
    .action((options: TransactionsOptions) => body((context) => transactions(context, options)));

  add('export', 'write transactions to a file')
    .requiredOption('--format <format>', exportFormats.join(', '), nonEmpty)
    .requiredOption('--out <file>', 'where to', nonEmpty)
    .addOption(from())
    .addOption(to())
    .option('--account <id>', 'only this account (may be given several times)', severalTexts)
    .action((options: ExportOptions) => body((context) => exportTransactions(context, options)));

  add('verify', 'which days the banks answered for, and whether the rows add up to their balances')
    .addOption(account())
    .action((options: VerifyOptions) => body((context) => verify(context, options)));

  const reviewing = add(
    'review',
    'pending transactions that may have become a booked one: are they the same?',
  )
    .option('--all', 'also those nobody doubts')
    .option('--decided', 'those you have decided about, also the undone')
    .action((options: ReviewOptions) => body((context) => review(context, options)));
  for (const [name, verdict, meaning] of reviewVerdicts) {
    reviewing
      .command(name)
      .description(meaning)
      .argument('<id>', 'the id in the list', wholeNumber(1, Number.MAX_SAFE_INTEGER))
      .action((id: number) => body((context) => decideReview(context, id, verdict)));
  }
  reviewing
    .command('take-back')
    .description('what you said of it last counts no more')
    .argument('<id>', 'the id it was decided by', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .action((id: number) => body((context) => takeBackReview(context, id)));

  add('sign', 'turn the amounts of an account round, for a bank that sends money out as money in')
    .argument('<account>', 'an account id')
    .argument('<sign>', 'reversed, or as-sent')
    .action((id: string, wish: string) => body((context) => sign(context, id, wish)));
  addTransactionCommands(add, (work) => body(work));
  addCopyCommands(add, (work) => body(work));
  add('doctor', 'check Node, keychain, ledger, consents and clock').action(() => body(doctor));
  add('disconnect', 'end a consent at the bank; what was fetched stays')
    .argument('<connection>', 'a connection id')
    .option(
      '--delete-data',
      'delete everything fetched through it as well; a copy of the ledger is kept first',
    )
    .option('--yes', 'delete without asking again')
    .action((id: string, options: DisconnectOptions) => body((context) => disconnect(context, id, options)));
  return program;
}

const reviewVerdicts = [
  ['confirm', 'confirmed', 'they are one payment'],
  ['undo', 'undone', 'they are two payments, and stay two'],
] as const;

const workers = (): Option =>
  new Option('--workers <n>', 'accounts fetched at a time').argParser(wholeNumber(1, 16)).default(2);
