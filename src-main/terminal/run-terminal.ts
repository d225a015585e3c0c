import { resolve } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { openLogFile, logPathOf } from '../log/log-file.ts';
import { createRedactor, type Redactor } from '../log/redactor.ts';
import { defaultLedgerPath, demoLedgerPath } from '../settings/data-folder.ts';
import { readEnvironment } from '../settings/environment.ts';
import type { CommandContext } from './command-context.ts';
import { exitCode } from './exit-code.ts';
import { showCursor } from './live-bar.ts';
import { movedClock } from '../clock/moved-clock.ts';
import type { Parts } from './parts.ts';
import { createProgram, type GlobalOptions } from './program.ts';
import { createScreen, type Screen } from './screen.ts';
import { refuse, showError } from './show-failure.ts';
import { showUpdate } from './show-update.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { Surroundings } from './surroundings.ts';
import { usageSentence } from './usage-sentence.ts';

/**
 * Runs one command line to its exit code. Nothing that goes wrong gets past here as an exception: usage errors and
 * bugs become a sentence each.
 *
 * @param argv the arguments alone, without the program
 */
export async function runTerminal(
  argv: readonly string[],
  surroundings: Surroundings,
  parts: Parts,
): Promise<number> {
  const redactor = createRedactor();
  let code: number = exitCode.ok;
  const program = createProgram(async (globals, ledger, body) => {
    const context = createContext({ surroundings, parts, globals, redactor, ledger });
    const crashed = (error: unknown): void => surroundings.exitNow(showBug(context, redactor, error));
    const stopWatching = surroundings.onCrash(crashed);
    try {
      code = await body(context);
    } catch (error) {
      code = showBug(context, redactor, error);
    } finally {
      stopWatching();
      context.log.close();
    }
  });
  program.version(surroundings.appVersion, '--version', 'the version of Passbook');
  // The flag itself may be among what could not be parsed.
  const screen = createScreen(surroundings, { json: argv.includes('--json') });
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
      outputError: () => undefined,
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const asked = program.commands.find((command) => argv.includes(command.name()));
    return endOfParsing(error, screen, asked?.name());
  }
  return code;
}

/** A command, its commands, and theirs: each has settings of its own. */
const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Commander ends by throwing: for help, which is no error, as for what it cannot parse. */
function endOfParsing(error: CommanderError, screen: Screen, command: string | undefined): number {
  if (error.exitCode === 0) return exitCode.ok;
  // `passbook` alone: the help went to stderr already.
  if (error.code === 'commander.help') return exitCode.usage;
  return refuse(screen, usageSentence(error, command));
}

interface ContextNeeds {
  readonly surroundings: Surroundings;
  readonly parts: Parts;
  readonly globals: GlobalOptions;
  readonly redactor: Redactor;
  readonly ledger: 'real' | 'demo';
}

function createContext({ surroundings, parts, globals, redactor, ledger }: ContextNeeds): CommandContext {
  const clockOffsetMs = globals.now === undefined ? 0 : globals.now - surroundings.nowMs();
  const clock = movedClock(surroundings, clockOffsetMs);
  const ledgerPath = resolve(globals.ledger ?? (ledger === 'demo' ? demoLedgerPath() : defaultLedgerPath()));
  const environment = readEnvironment(surroundings.env);
  if (environment.clientSecret !== undefined) redactor.protect(environment.clientSecret);
  return {
    surroundings,
    environment,
    screen: createScreen(surroundings, { json: globals.json === true }),
    parts: { ...parts, createLedger: () => watched(parts.createLedger(), surroundings) },
    clock,
    clockOffsetMs,
    ledgerPath,
    log: openLogFile(logPathOf(ledgerPath), redactor, clock.nowMs),
  };
}

/** Whichever command opens an older ledger first says how bringing it up to date goes on. */
function watched(ledger: LedgerThread, surroundings: Surroundings): LedgerThread {
  ledger.onUpdate(showUpdate(surroundings));
  return ledger;
}

/** An exception is a bug (design, section 2): a sentence on the screen, the details in the log. */
function showBug(context: CommandContext, redactor: Redactor, error: unknown): number {
  const { screen, log, environment, ledgerPath } = context;
  if (screen.live) screen.draw(showCursor);
  const details = redactor.clean(error instanceof Error ? (error.stack ?? error.message) : String(error));
  log.error('Unexpected error', { details });
  const message = `Something unexpected happened; this is a bug in Passbook. What was stored is safe; the details are in ${logPathOf(ledgerPath)}.`;
  showError(screen, { kind: 'bug', message, exitCode: exitCode.failed });
  if (environment.debug) for (const line of details.split('\n')) screen.complain(line);
  return exitCode.failed;
}
