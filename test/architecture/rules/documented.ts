import type { SourceFile } from './source-file.ts';

const exported =
  /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|enum) (\w+)/;

/**
 * Exports without a doc comment. A comment speaks for its whole paragraph (the lines down to the next blank one), so
 * a type inferred from the schema above it needs none of its own.
 */
export const undocumentedExports = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, at) => {
      const name = exported.exec(line)?.[1];
      return name === undefined || isDocumented(lines, at) ? [] : [`${path}: ${name}`];
    });
  });

function isDocumented(lines: readonly string[], at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '') return false;
    if (/^(?: |\/\*\*.*)\*\/$/.test(line)) return true;
  }
  return false;
}
