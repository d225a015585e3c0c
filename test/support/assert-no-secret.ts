import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** Every file below a folder as bytes read as Latin-1, and the pages a ledger keeps compressed, by name. */
function textsBelow(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(relative(folder, path), readFileSync(path, 'latin1'));
    if (entry.name.endsWith('.sqlite')) texts.set(`pages of ${entry.name}`, pagesOf(path));
  }
  return texts;
}

function pagesOf(ledgerPath: string): string {
  const db = new Database(ledgerPath, { readonly: true });
  try {
    const bodies = db.prepare<[], { body: Buffer }>('SELECT body_zstd AS body FROM raw_pages').all();
    return bodies.map(({ body }) => zstdDecompressSync(body).toString('latin1')).join('\n');
  } finally {
    db.close();
  }
}

/**
 * None of the secrets is in any file below the folder, nor in what was printed; not as it is, nor in Base64, nor
 * percent-encoded. Says where one is, not which.
 *
 * @returns the names of all that was searched.
 */
export function assertNoSecret(
  secrets: readonly string[],
  folder: string,
  printed: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const texts = textsBelow(folder);
  for (const [name, text] of Object.entries(printed)) texts.set(name, text);
  for (const [name, text] of texts) {
    for (const [index, secret] of secrets.entries()) {
      assert.ok(secret.length >= 16, 'a secret too short to be looked for');
      const spellings = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
      assert.ok(!spellings.some((each) => text.includes(each)), `secret ${String(index)} is in ${name}`);
    }
  }
  return texts;
}
