import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Tests that are run and counted together: a folder of `test/`. `files` are relative to the root, sorted. */
export interface TestGroup {
  readonly name: string;
  readonly files: readonly string[];
}

/** Cheapest first, so that a slip shows early. A folder that is not there yet is not a group. */
const groupNames = ['unit', 'architecture', 'integration', 'e2e'];

/** Every group of this checkout with its files. */
export const findTestGroups = (root: string): readonly TestGroup[] =>
  groupNames
    .filter((name) => existsSync(join(root, 'test', name)))
    .map((name) => ({
      name,
      files: globSync(`test/${name}/**/*.test.ts`, { cwd: root })
        .map((path) => path.replaceAll('\\', '/'))
        .toSorted(),
    }));

/**
 * What the words after `npm test --` ask for: a group's name keeps that group, any other word keeps the files whose
 * path holds it. Without words everything stays, and with them a group that keeps no file goes.
 */
export function selectTests(groups: readonly TestGroup[], words: readonly string[]): readonly TestGroup[] {
  const named = groups.filter((group) => words.includes(group.name));
  const parts = words.filter((word) => !groups.some((group) => group.name === word));
  const kept = named.length > 0 ? named : groups;
  if (parts.length === 0) return kept;
  return kept
    .map(({ name, files }) => ({
      name,
      files: files.filter((file) => parts.some((part) => file.includes(part))),
    }))
    .filter((group) => group.files.length > 0);
}
