import type { SourceFile } from './source-file.ts';

const vagueNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'lib', 'types']);
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Paths with a name that says nothing (`utils`), a barrel (`index.ts`), or one that is not kebab-case. */
export const badPathNames = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path }) => {
    const names = path.replace(/(?:\.(?:test|d|config))?\.[a-z]+$/, '').split('/');
    if (names.at(-1) === 'index' && path !== 'src-main/index.ts') return [`${path}: a barrel`];
    return names.flatMap((name) => {
      if (vagueNames.has(name)) return [`${path}: "${name}" says nothing`];
      return kebabCase.test(name) ? [] : [`${path}: "${name}" is not kebab-case`];
    });
  });

const declaration = /^\s*(?:export\s+)?(?:abstract\s+)?(class|interface|type)\s+(\w+)/gm;

/** Declarations called `...Manager`, or with an `I` in front to say "interface". */
export const badTypeNames = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(declaration)].flatMap(([, kind, name = '']) => {
      if (name.endsWith('Manager')) return [`${path}: ${name} manages; say what it does`];
      return kind !== 'class' && /^I[A-Z][a-z]/.test(name) ? [`${path}: ${name} has an I in front`] : [];
    }),
  );
