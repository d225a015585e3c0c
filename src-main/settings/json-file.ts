import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** A small file of values that survives a restart. Its owner is the only writer. */
export interface JsonFile<T> {
  /** As last written or read. */
  readonly read: () => T;
  /**
   * Whole or not at all. A disk that takes nothing costs the user a preference, never the run.
   *
   * @returns whether the disk has it; if not, it counts until the process ends.
   */
  readonly write: (next: T) => boolean;
}

/**
 * Opens such a file; one that is not there yet, or is not JSON, counts as empty. Every field is decoded for itself:
 * what a newer Passbook wrote, or a slip of the hand, costs that one field and not all the others.
 */
export function openJsonFile<S extends z.ZodRawShape>(
  path: string,
  schema: z.ZodObject<S>,
  initial: z.infer<z.ZodObject<S>>,
): JsonFile<z.infer<z.ZodObject<S>>> {
  const found = readObject(path);
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const decoded = z.safeParse(field, found[name]);
    if (name in found && decoded.success) kept[name] = decoded.data;
  }
  let value = { ...initial, ...kept };
  return {
    read: () => value,
    write: (next) => {
      value = next;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
        renameSync(`${path}.new`, path);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function readObject(path: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}
