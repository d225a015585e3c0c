import type { Clock } from '#shared/clock.ts';
import type { OpenLog } from '../log/log-door.ts';
import type { EnvironmentSettings } from '../settings/environment.ts';
import type { Parts } from './parts.ts';
import type { Screen } from './screen.ts';
import type { Surroundings } from './surroundings.ts';

/** What every command is given. A command answers its exit code; it never ends the process. */
export interface CommandContext {
  readonly surroundings: Surroundings;
  readonly environment: EnvironmentSettings;
  readonly screen: Screen;
  readonly parts: Parts;
  /** The clock the app believes in: the machine's, moved by `--now`. */
  readonly clock: Clock;
  readonly clockOffsetMs: number;
  /** Absolute. */
  readonly ledgerPath: string;
  readonly log: OpenLog;
}
