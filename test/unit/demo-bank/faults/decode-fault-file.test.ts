import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeFaultFile } from '../../../../src-demo-bank/faults/decode-fault-file.ts';

const one = (fault: object): unknown => ({ faults: [fault] });

describe('a fault file', () => {
  test('is decoded with its defaults filled in', () => {
    const decoded = decodeFaultFile(one({ kind: 'late-row', endpoint: 'transactions' }));
    assert.deepEqual(decoded, {
      ok: true,
      value: { faults: [{ kind: 'late-row', endpoint: 'transactions', fromCall: 1, daysBack: 5, rows: 1 }] },
    });
  });

  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ['no object', [], /The file: /],
    ['no list', {}, /faults: /],
    ['an unknown kind', one({ kind: 'fire', endpoint: 'any' }), /faults\[0\]\.kind: /],
    ['an unknown endpoint', one({ kind: 'gzip', endpoint: 'transaction' }), /faults\[0\]\.endpoint: /],
    ['an unknown error', one({ kind: 'error', endpoint: 'any', error: 'oops' }), /faults\[0\]\.error: /],
    ['a misspelt field', one({ kind: 'gzip', endpoint: 'any', form: 2 }), /faults\[0\]: .*form/],
    ['a count of nought', one({ kind: 'gzip', endpoint: 'any', count: 0 }), /faults\[0\]\.count: /],
    ['a half call', one({ kind: 'gzip', endpoint: 'any', fromCall: 1.5 }), /faults\[0\]\.fromCall: /],
    ['a cut nowhere', one({ kind: 'cut', endpoint: 'any' }), /faults\[0\]\.when: /],
  ];
  for (const [what, value, expect] of bad) {
    test(`with ${what} is refused, and the sentence says where`, () => {
      const decoded = decodeFaultFile(value);
      assert.ok(!decoded.ok);
      assert.match(decoded.problem, /^The fault file cannot be used\. .+\.$/s);
      assert.match(decoded.problem, expect);
    });
  }
});
