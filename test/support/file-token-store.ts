import { readFile, rename, writeFile } from 'node:fs/promises';
import { succeeded } from '#shared/result.ts';
import { secretEntryName, type TokenStore } from '../../src-main/auth/token-store.ts';

/**
 * A stand-in for the keychain that several processes share: one JSON file. For tests with invented secrets only.
 * Calls of different processes must not overlap, as those under the refresh lock do not.
 */
export function createFileTokenStore(path: string): TokenStore {
  const load = async (): Promise<Record<string, string>> => {
    const text = await readFile(path, 'utf8').catch(() => '{}');
    return JSON.parse(text) as Record<string, string>;
  };
  const save = async (secrets: Record<string, string>): Promise<void> => {
    const temporary = `${path}.${String(process.pid)}`;
    await writeFile(temporary, JSON.stringify(secrets));
    await rename(temporary, path);
  };
  return {
    kind: 'keychain',
    read: async (entry) => succeeded((await load())[secretEntryName(entry)] ?? null),
    write: async (entry, secret) => {
      await save({ ...(await load()), [secretEntryName(entry)]: secret });
      return succeeded(null);
    },
    erase: async (entry) => {
      const { [secretEntryName(entry)]: _erased, ...rest } = await load();
      await save(rest);
      return succeeded(null);
    },
  };
}
