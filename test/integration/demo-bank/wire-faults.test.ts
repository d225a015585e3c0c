import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { ask, connectTo } from '../../support/demo-bank/bank-visitor.ts';
import { faultsOf } from '../../support/demo-bank/faults-of.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';

/** Everything the bank sends for one `GET /accounts`, as it came, until it hangs up. */
async function rawAccounts(bank: DemoBank, token: string): Promise<string> {
  const socket = connect(Number(new URL(bank.apiUrl).port), '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('error', () => {});
  socket.write(`GET /data/v1/accounts HTTP/1.1\r\nHost: bank\r\nAuthorization: Bearer ${token}\r\n`);
  socket.write('X-PSU-IP: 192.0.2.7\r\nConnection: close\r\n\r\n');
  await once(socket, 'close');
  return Buffer.concat(parts).toString('latin1');
}

const withFault = (fault: object, run: (bank: DemoBank, token: string) => Promise<void>): Promise<void> =>
  withDemoBank({}, async (bank) => {
    const { access_token: token } = await connectTo(bank);
    bank.control.setFaults(faultsOf({ endpoint: 'accounts', ...fault }));
    await run(bank, token);
  });
const bodyOf = (raw: string): string => raw.slice(raw.indexOf('\r\n\r\n') + 4);
const promised = (raw: string): number => Number(/content-length: (\d+)/i.exec(raw)?.[1]);

describe('a connection cut', () => {
  test('before the headers sends nothing', () =>
    withFault({ kind: 'cut', when: 'before-headers' }, async (bank, token) => {
      assert.equal(await rawAccounts(bank, token), '');
      assert.equal(bank.control.calls.at(-1)?.status, 0);
    }));

  test('after the headers sends them and no body', () =>
    withFault({ kind: 'cut', when: 'after-headers' }, async (bank, token) => {
      const raw = await rawAccounts(bank, token);
      assert.match(raw, /^HTTP\/1\.1 200/);
      assert.equal(bodyOf(raw), '');
      assert.ok(promised(raw) > 500);
    }));

  test('in the body sends less than was promised', () =>
    withFault({ kind: 'cut', when: 'in-the-body' }, async (bank, token) => {
      const raw = await rawAccounts(bank, token);
      assert.ok(bodyOf(raw).length > 0 && bodyOf(raw).length < promised(raw));
    }));
});

describe('a body', () => {
  test('truncated is a whole answer with half the JSON', () =>
    withFault({ kind: 'truncated-json' }, async (bank, token) => {
      const { status, text, json } = await ask(bank, token, '/accounts');
      assert.equal(status, 200);
      assert.ok(text.startsWith('{"results":['));
      assert.equal(json, null);
    }));

  test('broken is the whole JSON with a syntax error', () =>
    withFault({ kind: 'broken-json' }, async (bank, token) => {
      const { text, json } = await ask(bank, token, '/accounts');
      assert.ok(text.endsWith('"status":"Succeeded"}'));
      assert.equal(json, null);
    }));

  test('of HTML says so in its type', () =>
    withFault({ kind: 'html' }, async (bank, token) => {
      const { status, headers, text } = await ask(bank, token, '/accounts');
      assert.equal(status, 502);
      assert.equal(headers.get('content-type'), 'text/html');
      assert.match(text, /^<!DOCTYPE html>/);
    }));

  test('sent slowly arrives whole', () =>
    withFault({ kind: 'slow', delayMs: 5, bodyMs: 40 }, async (bank, token) => {
      assert.ok((await ask(bank, token, '/accounts')).json !== null);
    }));

  test('is compressed when small only by fault, and when large because it was accepted', () =>
    withFault({ kind: 'gzip', count: 1 }, async (bank, token) => {
      const encoding = async (path: string, accept: string) => {
        const headers = { 'x-psu-ip': '192.0.2.7', 'accept-encoding': accept };
        return (await ask(bank, token, path, headers)).headers.get('content-encoding');
      };
      assert.equal(await encoding('/accounts', 'identity'), 'gzip');
      assert.equal(await encoding('/accounts', 'gzip'), null);
      const large = `/accounts/${bank.control.accountIds[0] ?? ''}/transactions`;
      assert.equal(await encoding(large, 'gzip'), 'gzip');
      assert.equal(await encoding(large, 'identity'), null);
    }));
});

test('closing the bank ends an answer that is still being waited for', () =>
  withFault({ kind: 'slow', delayMs: 3_600_000 }, async (bank, token) => {
    const answer = ask(bank, token, '/accounts');
    answer.catch(() => {});
    const before = bank.control.calls.length;
    while (bank.control.calls.length === before) await new Promise((resolve) => setImmediate(resolve));
    await bank.close();
    await assert.rejects(answer);
  }));
