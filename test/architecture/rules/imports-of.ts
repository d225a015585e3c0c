import { posix } from 'node:path';
import type { SourceFile } from './source-file.ts';

const statement = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const expression = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/**
 * What a file imports, types and `import('...')` included, in no order. Files of ours come as paths from the root,
 * everything else by name. Reads text, not syntax: an import written inside a string would be taken for one.
 */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const specifiers = [...text.matchAll(statement), ...text.matchAll(expression)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => {
    if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
    return specifier.startsWith('#shared/') ? specifier.replace('#shared', 'src-shared') : specifier;
  });
}
