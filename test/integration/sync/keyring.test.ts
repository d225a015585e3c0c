import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keyringMissing, runInKeyringSession } from '../../support/keyring-session.ts';

const skip = keyringMissing();

test('two passbook sync processes with a real keychain share one refresh', { skip }, async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'passbook-keyring-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const suite = join(import.meta.dirname, '../../support/run-two-syncs-suite.ts');
  const { status, text } = await runInKeyringSession(suite, home);
  assert.equal(status, 0, text);
  assert.match(text, /pass 1/);
});
