import type { SourceFile } from './source-file.ts';

/** Style: none over 250, nine in ten under 160, and the composition roots only put parts together. */
const mostLines = 250;
const mostLinesOfNineInTen = 160;
const mostLinesOfARoot = 80;
const compositionRoots = ['src-main/cli.ts', 'src-main/index.ts'];

const lineCount = (file: SourceFile): number => file.text.split('\n').length - 1;

/** Files too long for what they are. */
export const tooLongFiles = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    const limit = compositionRoots.includes(file.path) ? mostLinesOfARoot : mostLines;
    return lineCount(file) > limit ? [`${file.path} has ${lineCount(file)} lines, more than ${limit}`] : [];
  });

/** Says so when more than one file in ten is long: in the app, and in everything together with its tests. */
export function tooManyLongFiles(files: readonly SourceFile[]): readonly string[] {
  const parts = { 'the app': files.filter(({ path }) => path.startsWith('src-')), everything: files };
  return Object.entries(parts).flatMap(([name, part]) => {
    const long = part.filter((file) => lineCount(file) > mostLinesOfNineInTen).length;
    return long > part.length / 10
      ? [`${name}: ${long} of ${part.length} files over ${mostLinesOfNineInTen}`]
      : [];
  });
}
