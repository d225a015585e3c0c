import type { SourceFile } from './source-file.ts';

/** Patterns come in parts, so that this file obeys itself. */
const matching = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''));

/** What must stand nowhere, and what to do instead. */
const forbidden: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: matching('\\bas ', 'any(?=[;,.)\\]}>[]|$)'), instead: 'decode from unknown' },
  { pattern: matching('@ts-(?:', 'ignore|expect-error|nocheck)'), instead: 'make the types right' },
  {
    pattern: matching('\\b(?:test|describe|it|suite)\\.', 'only\\b'),
    instead: 'run the one test by its name',
  },
  { pattern: matching('\\bonly:', ' true'), instead: 'run the one test by its name' },
  {
    pattern: matching('(?:oxlint|eslint)-', 'disable(?![^\\n]*--)'),
    instead: 'give the reason after "--"',
  },
];

/** Lines that switch a check off without saying why. */
export const forbiddenText = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = forbidden.find(({ pattern }) => pattern.test(line));
      return found === undefined ? [] : [`${path}:${at + 1}: ${found.instead}`];
    }),
  );
