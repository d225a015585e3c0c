import { importsOf } from './imports-of.ts';
import { topFolder, type SourceFile } from './source-file.ts';

/** Which top folders a file of a top folder may import besides its own (design, section 2). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src-shared': [],
  'src-worker': ['src-shared'],
  'src-main': ['src-shared'],
  'src-renderer': ['src-shared'],
  'src-demo-bank': ['src-shared'],
  test: ['src-shared', 'src-worker', 'src-main', 'src-renderer', 'src-demo-bank', 'scripts'],
  bench: ['src-shared', 'src-worker', 'src-main', 'src-demo-bank', 'test', 'scripts'],
  scripts: [],
  bin: ['src-main', 'scripts'],
};

/** Packages that come in by one door only. Tests and benchmarks may look into a ledger themselves. */
const doors: Readonly<Record<string, readonly string[]>> = {
  electron: ['src-main/desktop/', 'src-main/preload.ts'],
  keytar: ['src-main/auth/'],
  'better-sqlite3': ['src-worker/ledger/', 'bench/', 'test/'],
  undici: ['src-worker/source/'],
};

/** Each import that crosses a border it must not. */
export const forbiddenImports = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const why = refusal(file.path, target);
      return why === null ? [] : [`${file.path} imports ${target}: ${why}`];
    }),
  );

function refusal(path: string, target: string): string | null {
  const from = topFolder(path);
  const to = topFolder(target);
  if (to !== from && mayImport[to] !== undefined && mayImport[from]?.includes(to) !== true) {
    return `${from} may not know ${to}`;
  }
  const allowed = doors[target];
  if (allowed !== undefined && !allowed.some((door) => path.startsWith(door)))
    return `only ${allowed.join(', ')} may`;
  if (from === 'src-shared' && target.startsWith('node:')) return 'src-shared runs in the window too';
  if (from === 'src-renderer' && target.startsWith('node:')) return 'there is no Node in the window';
  return null;
}

/** Relative imports that climb into src-shared: `#shared/...` says where a file comes from. */
export const sharedByPath = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path, text }) => !path.startsWith('src-shared/') && /['"](?:\.\.\/)+src-shared\//.test(text))
    .map(({ path }) => `${path}: write #shared/...`);
