import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CallSender, isTrustedSender } from '../../../../src-main/desktop/trusted-sender.ts';

const ours: CallSender = { frameUrl: 'app://passbook/index.html', isTopFrame: true, isOurWindow: true };

describe('who may call', () => {
  test('the page in the window main made', () => {
    assert.equal(isTrustedSender(ours), true);
  });

  const strangers: readonly (readonly [string, Partial<CallSender>])[] = [
    ['a frame that has gone', { frameUrl: null }],
    ['a frame inside the page', { isTopFrame: false }],
    ['a frame inside the page from elsewhere', { isTopFrame: false, frameUrl: 'https://evil.example/' }],
    ['another window with our page', { isOurWindow: false }],
    ['our window led to another page', { frameUrl: 'https://evil.example/' }],
    ['a look-alike host', { frameUrl: 'app://passbook.evil/index.html' }],
    ['an empty page', { frameUrl: 'about:blank' }],
    ['a page from a file', { frameUrl: 'file:///home/user/page.html' }],
    ['a page from data', { frameUrl: 'data:text/html,hello' }],
    ['a page with no address', { frameUrl: '' }],
  ];
  for (const [who, changes] of strangers) {
    test(`not ${who}`, () => {
      assert.equal(isTrustedSender({ ...ours, ...changes }), false);
    });
  }
});
