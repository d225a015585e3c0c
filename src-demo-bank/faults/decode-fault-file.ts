import { faultFileSchema } from './fault-schema.ts';
import type { FaultFile } from './fault-schema.ts';

/** `problem`: what is wrong and where, as sentences for the person who wrote the file. */
export type DecodedFaultFile =
  { readonly ok: true; readonly value: FaultFile } | { readonly ok: false; readonly problem: string };

const atMost = 5;

/** Decodes a fault file, already parsed from JSON. */
export function decodeFaultFile(value: unknown): DecodedFaultFile {
  const decoded = faultFileSchema.safeParse(value);
  if (decoded.success) return { ok: true, value: decoded.data };
  const sentences = decoded.error.issues
    .slice(0, atMost)
    .map(({ path, message }) => `${placeOf(path)}: ${message}.`);
  const more = decoded.error.issues.length - atMost;
  const rest = more > 0 ? [`And ${String(more)} more.`] : [];
  return { ok: false, problem: ['The fault file cannot be used.', ...sentences, ...rest].join(' ') };
}

/** `faults[0].count` */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${String(part)}]`
        : `${text}${text === '' ? '' : '.'}${String(part)}`,
    '',
  );
}
