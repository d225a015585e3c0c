import type { CommanderError } from 'commander';

/**
 * Commander's `error: unknown option '--form'\n(Did you mean --from?)` as one line with a way on. Its wording is
 * good; only its prefix and line breaks are not for people. `command`: whose help to point at.
 */
export function usageSentence(error: Pick<CommanderError, 'message'>, command?: string): string {
  const text = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const help = command === undefined ? 'passbook --help' : `passbook ${command} --help`;
  return `${/[.?)]$/.test(sentence) ? sentence : `${sentence}.`} "${help}" lists what there is.`;
}
