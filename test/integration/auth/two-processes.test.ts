import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { startFakeAuthServer } from '../../support/fake-auth-server.ts';
import { createFileTokenStore } from '../../support/file-token-store.ts';
import { connectionAt, storeConsent } from '../../support/token-fixture.ts';

const server = await startFakeAuthServer();
after(() => server.close());
const connection = connectionAt(server);
let folder = '';
const children = new Set<Child>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-two-'));
  server.forms.length = 0;
  server.script.length = 0;
  await storeConsent(createFileTokenStore(join(folder, 'store.json')), server, connection.id);
});
afterEach(async () => {
  await Promise.all([...children].map((child) => child.kill()));
  rmSync(folder, { recursive: true, force: true });
});

interface Child {
  /** @param refused empty: the current token is asked for. */
  readonly ask: (refused?: string) => Promise<string>;
  readonly kill: () => Promise<void>;
}

/** A Passbook of its own. @param locks where it keeps its locks, below the test's folder. */
function startChild(locks: string): Child {
  const script = join(import.meta.dirname, '../../support/run-token-child.ts');
  const args = [script, JSON.stringify(connection), join(folder, 'store.json'), join(folder, locks)];
  const running = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  const child: Child = {
    ask: async (refused = '') => {
      running.stdin.write(`${refused}\n`);
      const { value } = (await lines.next()) as { value: string | undefined };
      return value ?? 'no answer';
    },
    kill: async () => {
      children.delete(child);
      running.kill('SIGKILL');
      await ended;
    },
  };
  children.add(child);
  return child;
}

const token = (result: string): string => {
  const { ok, value } = JSON.parse(result) as { ok: boolean; value: string };
  assert.ok(ok, result);
  return value;
};

describe('two processes on one connection', () => {
  test('that ask at once share one refresh', async () => {
    const [one, two] = [startChild('locks'), startChild('locks')];
    const given = (await Promise.all([one.ask(), two.ask()])).map(token);
    assert.deepEqual(given, [server.lastAccessToken(), server.lastAccessToken()]);
    assert.equal(server.forms.length, 1);
  });

  test('that meet the same refusal share one renewal', async () => {
    const [one, two] = [startChild('locks'), startChild('locks')];
    const refused = token(await one.ask());
    assert.equal(token(await two.ask()), refused);
    const renewed = (await Promise.all([one.ask(refused), two.ask(refused)])).map(token);
    assert.deepEqual(renewed, [server.lastAccessToken(), server.lastAccessToken()]);
    assert.equal(server.forms.length, 2);
  });

  test('refresh in turn, each with the other’s newest refresh token, where nothing can be lent', async () => {
    // Too long a path for a socket.
    const locks = 'l'.repeat(120);
    const [one, two] = [startChild(locks), startChild(locks)];
    const given = (await Promise.all([one.ask(), two.ask()])).map(token);
    assert.equal(new Set(given).size, 2);
    assert.equal(server.forms.length, 2);
    const sent = server.forms.map((form) => form.get('refresh_token'));
    assert.equal(new Set(sent).size, 2);
    const stored = readFileSync(join(folder, 'store.json'), 'utf8');
    for (const spent of sent)
      assert.ok(!stored.includes(`"${String(spent)}"`), 'a spent token is in the store');
  });

  test('go on after the one that lent was killed, and clear away what it left', async () => {
    const one = startChild('locks');
    const first = token(await one.ask());
    const left = readdirSync(join(folder, 'locks'));
    await one.kill();
    const second = token(await startChild('locks').ask());
    assert.notEqual(second, first);
    const now = readdirSync(join(folder, 'locks'));
    assert.equal(left.length, 1);
    assert.equal(now.length, 1);
    assert.notDeepEqual(now, left);
  });

  test('write no token anywhere but into the store', async () => {
    const [one, two] = [startChild('locks'), startChild('locks')];
    await Promise.all([one.ask(), two.ask()]);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || file.name === 'store.json') continue;
      assert.doesNotMatch(readFileSync(join(file.parentPath, file.name), 'utf8'), /SECRET/, file.name);
    }
  });
});
