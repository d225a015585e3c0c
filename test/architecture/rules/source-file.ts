import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the house. `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** Every source file of the project, as it lies on disk now. */
export const readSourceTree = (): readonly SourceFile[] =>
  globSync('{src-*,test,bench,scripts,bin}/**/*.{ts,tsx,mjs}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The top folder of a path: `src-worker`. */
export const topFolder = (path: string): string => path.slice(0, path.indexOf('/'));
