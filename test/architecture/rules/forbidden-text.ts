import type { SourceFile } from './source-file.ts';

/** What must stand nowhere, and what to do instead. The patterns are split so that this file obeys itself. */
const forbidden: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: new RegExp('\\bas ' + 'any\\b'), instead: 'decode from unknown' },
  { pattern: new RegExp('@ts-(?:' + 'ignore|expect-error|nocheck)'), instead: 'make the types right' },
  {
    pattern: new RegExp('\\b(?:test|describe|it|suite)\\.' + 'only\\b'),
    instead: 'run the one test by its name',
  },
  { pattern: new RegExp('\\bonly:' + ' true'), instead: 'run the one test by its name' },
  {
    pattern: new RegExp('(?:oxlint|eslint)-' + 'disable(?![^\\n]*--)'),
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
