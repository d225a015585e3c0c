import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeFaultFile } from '../../../../src-demo-bank/faults/decode-fault-file.ts';
import { FaultDesk } from '../../../../src-demo-bank/faults/fault-desk.ts';
import type { FaultTarget } from '../../../../src-demo-bank/faults/fault-desk.ts';

const target = (changes: Partial<FaultTarget> = {}): FaultTarget => ({
  endpoint: 'transactions',
  accountId: 'a',
  accountIndex: 0,
  grant: null,
  ...changes,
});

function deskWith(...faults: readonly object[]): FaultDesk {
  const decoded = decodeFaultFile({ faults });
  assert.ok(decoded.ok);
  return new FaultDesk(decoded.value.faults);
}
const hits = (desk: FaultDesk, calls: number, of = target()) =>
  Array.from({ length: calls }, () => desk.fire(of).length);

describe('the fault desk', () => {
  test('hits from the first call for ever unless told otherwise', () => {
    assert.deepEqual(hits(deskWith({ kind: 'gzip', endpoint: 'transactions' }), 4), [1, 1, 1, 1]);
  });

  test('hits from the call named, as often as named', () => {
    const desk = deskWith({ kind: 'gzip', endpoint: 'transactions', fromCall: 2, count: 2 });
    assert.deepEqual(hits(desk, 5), [0, 1, 1, 0, 0]);
  });

  test('changes the books once unless told otherwise', () => {
    assert.deepEqual(hits(deskWith({ kind: 'late-row', endpoint: 'transactions' }), 3), [1, 0, 0]);
    assert.deepEqual(hits(deskWith({ kind: 'settle-pending', endpoint: 'any', count: 2 }), 3), [1, 1, 0]);
  });

  test('counts only the calls a fault selects', () => {
    const desk = deskWith({ kind: 'gzip', endpoint: 'transactions', accountIndex: 1, fromCall: 2 });
    assert.deepEqual(hits(desk, 3), [0, 0, 0]);
    assert.deepEqual(hits(desk, 2, target({ accountIndex: 1 })), [0, 1]);
  });

  const selects: readonly (readonly [object, Partial<FaultTarget>, number])[] = [
    [{ endpoint: 'transactions' }, { endpoint: 'pending' }, 0],
    [{ endpoint: 'any' }, { endpoint: 'pending' }, 1],
    [{ endpoint: 'any' }, { endpoint: 'decision' }, 0],
    [{ endpoint: 'any' }, { endpoint: 'unknown' }, 0],
    [{ endpoint: 'any', accountId: 'b' }, {}, 0],
    [{ endpoint: 'any', accountId: 'a' }, {}, 1],
    [{ endpoint: 'token', grant: 'refresh_token' }, { endpoint: 'token', grant: 'authorization_code' }, 0],
    [{ endpoint: 'token', grant: 'refresh_token' }, { endpoint: 'token', grant: 'refresh_token' }, 1],
  ];
  for (const [selector, changes, expect] of selects) {
    test(`${JSON.stringify(selector)} ${expect === 1 ? 'hits' : 'spares'} ${JSON.stringify(changes)}`, () => {
      assert.deepEqual(hits(deskWith({ kind: 'gzip', ...selector }), 1, target(changes)), [expect]);
    });
  }

  test('begins anew when its faults are replaced', () => {
    const desk = deskWith({ kind: 'gzip', endpoint: 'any', count: 1 });
    assert.deepEqual(hits(desk, 2), [1, 0]);
    const decoded = decodeFaultFile({ faults: [{ kind: 'gzip', endpoint: 'any', count: 1 }] });
    assert.ok(decoded.ok);
    desk.set(decoded.value.faults);
    assert.deepEqual(hits(desk, 2), [1, 0]);
  });
});
