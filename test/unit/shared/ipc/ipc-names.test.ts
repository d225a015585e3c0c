import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ipcCalls, ipcPushes } from '#shared/ipc/ipc-contract.ts';
import { isCallName, isPushName } from '#shared/ipc/ipc-names.ts';

describe('the names the preload knows', () => {
  test('are all of the contract’s', () => {
    for (const name of Object.keys(ipcCalls)) assert.ok(isCallName(name), name);
    for (const name of Object.keys(ipcPushes)) assert.ok(isPushName(name), name);
  });

  for (const name of [
    'constructor',
    '__proto__',
    'toString',
    'app.stat',
    'app.state ',
    '',
    null,
    undefined,
    1,
    {},
  ]) {
    test(`do not hold ${JSON.stringify(name) ?? typeof name}`, () => {
      assert.equal(isCallName(name), false);
      assert.equal(isPushName(name), false);
    });
  }

  test('keep calls and pushes apart', () => {
    assert.equal(isCallName('app.changed'), false);
    assert.equal(isPushName('app.state'), false);
  });
});
