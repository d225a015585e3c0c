import type { SourceFile } from './source-file.ts';

/** A text of the catalogue with more text around it, glued by code: no translator can put it in another order. */
const glued =
  /\$\{[^}]*\b[wW]ords\.[^}]*\}[^`$]*[.:;]|[.:;] \$\{[^}]*\b[wW]ords\.|\bwords\.[\w.]+(?:\([^()]*\))? \+ |\+ words\.(?!slice)/g;
/** One or many, decided by code instead of by the language. */
const pluralByHand = /[=!]== 1 \? (?:'[^']*'|"[^"]*") : (?:'[^']*'|"[^"]*")/g;
/** Writes the same figures for everybody. */
const plainFormat = /\.(?:toFixed|toLocale(?:Date|Time)?String|toUTCString)\(/g;

/** Sentences of the window that are put together by code, plurals by hand, and formats that are not `Intl`'s. */
export const untranslatable = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const isWindow = path.startsWith('src-renderer/') || path.startsWith('src-main/words/');
    const isCatalogue = /^src-(?:renderer|main|shared)\/words\//.test(path);
    return [
      ...(isWindow && !isCatalogue ? [...text.matchAll(glued)] : []),
      ...(isWindow || isCatalogue ? [...text.matchAll(pluralByHand)] : []),
      ...(isWindow ? [...text.matchAll(plainFormat)] : []),
    ].map(([found]) => `${path}: ${found} cannot be translated (docs/words.md)`);
  });
