import type { CommandContext } from '../../../src-main/terminal/command-context.ts';
import { createScreen } from '../../../src-main/terminal/screen.ts';
import { readEnvironment } from '../../../src-main/settings/environment.ts';
import type { Parts } from '../../../src-main/terminal/parts.ts';
import { fakeParts } from './fake-parts.ts';
import type { FakeSurroundings } from './fake-surroundings.ts';

/** What the log was told, and which values it was told to hide. */
export interface RecordedLog {
  readonly lines: string[];
  readonly secrets: string[];
}

/** A command's context over fakes. `ledgerPath` is a file that exists, so that readers go on to the fake ledger. */
export function testContext(
  surroundings: FakeSurroundings,
  options: { readonly json?: boolean; readonly parts?: Parts; readonly log?: RecordedLog } = {},
): CommandContext {
  const { json = false, parts = fakeParts(), log = { lines: [], secrets: [] } } = options;
  const write = (line: string): void => void log.lines.push(line);
  return {
    surroundings,
    environment: readEnvironment(surroundings.env),
    screen: createScreen(surroundings, { json }),
    parts,
    clock: surroundings.clock,
    clockOffsetMs: 0,
    ledgerPath: import.meta.filename,
    log: {
      info: write,
      warn: write,
      error: write,
      protect: (secret) => void log.secrets.push(secret),
      close: () => undefined,
    },
  };
}
