import { topFolder, type SourceFile } from './source-file.ts';

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

/** Folders in which more than one file in ten is long. Small folders are counted as part of the whole. */
export function foldersOfLongFiles(files: readonly SourceFile[]): readonly string[] {
  const folders = [...new Set(files.map(({ path }) => topFolder(path)))];
  return ['', ...folders].flatMap((folder) => {
    const counts = files.filter(({ path }) => path.startsWith(folder)).map(lineCount);
    if (folder !== '' && counts.length < 20) return [];
    const long = counts.filter((count) => count > mostLinesOfNineInTen).length;
    const name = folder === '' ? 'the whole' : folder;
    return long > counts.length / 10
      ? [`${name}: ${long} of ${counts.length} files over ${mostLinesOfNineInTen}`]
      : [];
  });
}
