import { parseSync } from 'vite';
import { cooked, isNode, isSentence, nameOf } from './inline-words.ts';
import type { SourceFile } from './source-file.ts';

/** Main says its own words to people in these; everything of the terminal is English (docs/words.md). */
const catalogues = ['src-shared/words/', 'src-main/words/', 'src-main/terminal/'];
/** What is not told to a person: mistakes of ours, the log, questions to SQLite. */
const isQuery = (text: string): boolean =>
  /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WHERE|FROM|JOIN|UNION|VALUES|CASE|PRAGMA|ORDER BY|AND)\b/.test(
    text,
  );

/**
 * Sentences in the threads, in main and in what they share, outside of the catalogues: over a border go kinds and
 * values, since who finds something out does not know who will read it.
 */
export const sentencesAmongCode = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => /^src-(?:worker|main|shared)\//.test(path))
    .filter(({ path }) => !catalogues.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, text }) =>
      [...new Set(sentencesIn(parseSync(path, text).program))].map(
        (found) => `${path}: ${JSON.stringify(found)} belongs in a catalogue (docs/words.md)`,
      ),
    );

function sentencesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(sentencesIn);
  if (!isNode(node)) return [];
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ThrowStatement':
      return [];
    case 'NewExpression':
      return nameOf(fields['callee']) === 'Error' ? [] : sentencesIn(Object.values(fields));
    case 'CallExpression':
      return isLogCall(fields['callee']) ? [] : sentencesIn(Object.values(fields));
    case 'Literal':
      return [fields['value']].filter((value) => typeof value === 'string').filter(isToldSentence);
    case 'TemplateElement':
      return [cooked(fields['value'])].filter(isToldSentence);
    default:
      return sentencesIn(Object.values(fields));
  }
}

/** Read by programs and by us: a key's label, what a schema expects, a mark in a file, how the app is to be started. */
const toldToNobody: ReadonlySet<string> = new Set([
  'passbook lent access token v1',
  'from is not after to',
  'a decimal amount without a sign',
  'worth another try',
  'The demo bank spoke out of turn',
  ';; Written by Passbook, ',
  '; Written by Passbook, ',
  '--test-mode needs --profile DIR: it never touches the real one.',
]);

const isToldSentence = (text: string): boolean =>
  isSentence(text) && !isQuery(text) && !toldToNobody.has(text);

/** `log.info(...)`, `deps.log.warn(...)`. */
function isLogCall(callee: unknown): boolean {
  if (!isNode(callee) || callee.type !== 'MemberExpression') return false;
  const { object } = callee as unknown as { readonly object: unknown };
  if (!isNode(object)) return false;
  const { name, property } = object as unknown as { readonly name?: unknown; readonly property?: unknown };
  return name === 'log' || nameOf(property) === 'log';
}
