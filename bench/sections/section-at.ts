import type { BenchFolder } from '../stage/bench-folder.ts';

/** What every section is given. */
export interface SectionAt {
  readonly folder: BenchFolder;
  readonly quick: boolean;
  /** Says on stderr what is being done: a bench is minutes long. */
  readonly say: (line: string) => void;
}
