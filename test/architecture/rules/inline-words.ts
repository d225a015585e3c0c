import { parseSync } from 'vite';
import type { SourceFile } from './source-file.ts';

/** What a person reads or hears, and the parts of the window that are given such a text. */
const spokenAttributes: ReadonlySet<string> = new Set(
  'alt aria-label aria-roledescription aria-valuetext dismissName hint label placeholder summary title under'.split(
    ' ',
  ),
);
/** Attributes whose text nobody reads. */
const silentAttributes: ReadonlySet<string> = new Set([
  'className',
  'd',
  'name',
  'patternTransform',
  'viewBox',
]);
const isWord = (text: string): boolean => /[A-Za-z]{2}/.test(text);
/** Two words or more, and a capital, or a third word: a sentence, and not the name of something. */
export const isSentence = (text: string): boolean =>
  /(?:^|[^A-Za-z-])[A-Z][a-z]+ [a-z]{2,}|[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text);

/** Texts for people in the window that do not come from the catalogue, src-renderer/words. */
export const inlineWords = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => path.startsWith('src-renderer/') && !path.startsWith('src-renderer/words/'))
    .flatMap(({ path, text }) =>
      [...new Set(textsIn(parseSync(path, text).program)), ...wordsTakenPast(text)].map(
        (found) => `${path}: ${JSON.stringify(found)} belongs in src-renderer/words`,
      ),
    );

/** Imports that go past the door, `words/words.ts`: what they bring stays English for every reader. */
const wordsTakenPast = (text: string): readonly string[] =>
  [...text.matchAll(/from '([^']*\/words\/[^']+)'/g)]
    .map(([, from]) => from ?? '')
    .filter((from) => !/\/words\/(?:words|readable-age|sentence-figures|count-of)\.ts$/.test(from));

/** A node of the syntax tree. */
export interface Node {
  readonly type: string;
}

function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node)) return [];
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ThrowStatement':
      return [];
    case 'JSXText':
      return isWord(String(fields['value'])) ? [String(fields['value']).trim()] : [];
    case 'JSXElement':
    case 'JSXFragment':
      return [...saidBy(fields['children']), ...textsIn(Object.values(fields))];
    case 'JSXAttribute': {
      const name = nameOf(fields['name']);
      const said = spokenAttributes.has(name) ? saidBy(fields['value']) : [];
      return silentAttributes.has(name) ? [] : [...said, ...textsIn(fields['value'])];
    }
    case 'Literal':
      return [fields['value']].filter((value) => typeof value === 'string').filter(isSentence);
    case 'TemplateElement':
      return [cooked(fields['value'])].filter(isSentence);
    default:
      return textsIn(Object.values(fields));
  }
}

/** The texts an expression may become, where it is drawn or said. */
function saidBy(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(saidBy);
  if (!isNode(node)) return [];
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  switch (node.type) {
    case 'Literal':
      return [fields['value']].filter((value) => typeof value === 'string').filter(isWord);
    case 'TemplateElement':
      return [cooked(fields['value'])].filter(isWord);
    case 'TemplateLiteral':
      return saidBy(fields['quasis']);
    case 'ConditionalExpression':
      return [...saidBy(fields['consequent']), ...saidBy(fields['alternate'])];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...saidBy(fields['left']), ...saidBy(fields['right'])];
    case 'JSXExpressionContainer':
      return saidBy(fields['expression']);
    default:
      return [];
  }
}

/** Whether a field of a node is a node. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What an identifier is called; empty: it is none. */
export const nameOf = (node: unknown): string =>
  typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : '';

/** A template's piece of text. */
export const cooked = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
