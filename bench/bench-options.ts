import { parseArgs } from 'node:util';

/** The measurements of the bench, in the order they run; (e) is taken while (a) runs. */
export const sectionNames = ['a', 'b', 'c', 'd', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] as const;
/** @see sectionNames */
export type SectionName = (typeof sectionNames)[number];

/** What the command line asked for. `quick`: fewer rounds and rows, under a minute; numbers to glance at only. */
export interface BenchOptions {
  readonly only: readonly SectionName[];
  readonly quick: boolean;
}

/** Reads `--only a,f` and `--quick`. @returns a sentence when it is neither. */
export function readBenchOptions(args: readonly string[]): BenchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, quick: { type: 'boolean' } },
    });
    const wanted = values.only?.split(',').map((name) => name.trim()) ?? sectionNames;
    const only = sectionNames.filter((name) => wanted.includes(name));
    if (only.length !== wanted.length) return `--only takes some of ${sectionNames.join(',')}`;
    return { only, quick: values.quick ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
