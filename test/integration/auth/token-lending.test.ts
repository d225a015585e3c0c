import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { createTokenLending, type LendableToken } from '../../../src-main/auth/token-lending.ts';
import { rawLine } from '../../support/raw-line.ts';

const root = mkdtempSync(join(tmpdir(), 'passbook-lend-'));
after(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(root, String(++count));
});

const token: LendableToken = {
  accessToken: 'ACCESS-SECRET',
  expiresInMs: 1000,
  freshForMs: 500,
  refreshToken: 'REFRESH-SECRET',
};
const lender = (lendable: (id: string) => LendableToken | null) =>
  createTokenLending(folder, randomBytes, lendable);
const borrower = () => lender(() => null);
const skip = process.platform === 'win32' && 'The sockets here are Unix ones; Windows has named pipes.';

describe('lending an access token to another process', { skip }, () => {
  test('takes the same refresh token on both sides', async () => {
    const lending = lender((id) => (id === 'mine' ? token : null));
    await lending.open();
    const { refreshToken, ...lent } = token;
    assert.deepEqual(await borrower().borrow('mine', refreshToken, null), lent);
    assert.equal(await borrower().borrow('mine', 'ANOTHER-REFRESH', null), null);
    assert.equal(await borrower().borrow('yours', refreshToken, null), null);
    await lending.close();
    assert.deepEqual(readdirSync(folder), []);
  });

  test('passes over the token that was refused, to a lender with a newer one', async () => {
    const lenders = [
      lender(() => token),
      lender(() => ({ ...token, accessToken: 'NEWER' })),
      lender(() => token),
    ];
    await Promise.all(lenders.map((each) => each.open()));
    const lent = await borrower().borrow('mine', token.refreshToken, token.accessToken);
    assert.equal(lent?.accessToken, 'NEWER');
    await Promise.all(lenders.map((each) => each.close()));
  });

  test('never shows a secret to whoever only reaches the socket', async () => {
    const lending = lender(() => token);
    await lending.open();
    const [name = ''] = readdirSync(folder);
    const question = JSON.stringify({ connectionId: 'mine', nonce: '0'.repeat(32) });
    const sealed = await rawLine(join(folder, name), question);
    assert.ok(sealed.length > 40);
    assert.doesNotMatch(sealed + Buffer.from(sealed, 'base64').toString('latin1'), /SECRET/);
    await lending.close();
  });

  for (const [what, line] of [
    ['no JSON', 'hello'],
    ['another shape', '{"connectionId":1}'],
    ['a nonce of its own making', '{"connectionId":"mine","nonce":"short"}'],
    ['nothing', ''],
  ] as const) {
    test(`answers ${what} with nothing, and goes on`, async () => {
      const lending = lender(() => token);
      await lending.open();
      const [name = ''] = readdirSync(folder);
      assert.equal(await rawLine(join(folder, name), line), '');
      assert.notEqual(await borrower().borrow('mine', token.refreshToken, null), null);
      await lending.close();
    });
  }

  test('is not fooled by a neighbour that answers nonsense', async () => {
    const sockets = new Set<Socket>();
    const fake = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.end(`${Buffer.alloc(100, 7).toString('base64')}\n`);
    });
    await lender(() => null).open();
    await new Promise<void>((resolve) => fake.listen(join(folder, 'fake.lender'), resolve));
    assert.equal(await borrower().borrow('mine', token.refreshToken, null), null);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => fake.close(resolve));
  });

  test('does not happen, quietly, where no socket can be had', async () => {
    const nowhere = createTokenLending(join(root, 'x'.repeat(200)), randomBytes, () => token);
    await nowhere.open();
    assert.equal(await nowhere.borrow('mine', token.refreshToken, null), null);
    await nowhere.close();
  });

  test('happens in a folder that is closed to other users', async () => {
    const lending = lender(() => token);
    await lending.open();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    await lending.close();
  });
});
