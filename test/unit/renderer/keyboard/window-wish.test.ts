import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type WindowKey, windowWish } from '../../../../src-renderer/keyboard/window-wish.ts';

const key = (pressed: string, how: Partial<WindowKey> = {}): WindowKey => ({
  key: pressed,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isTyping: false,
  ...how,
});

describe('the keys of the whole window', () => {
  test('a digit with the platform\u2019s command key opens a page of the sidebar, by its order', () => {
    assert.deepEqual(windowWish(key('1', { ctrlKey: true }), false), {
      kind: 'open',
      place: { kind: 'overview' },
    });
    assert.deepEqual(windowWish(key('7', { metaKey: true }), true), {
      kind: 'open',
      place: { kind: 'export' },
    });
    for (const [pressed, isMac] of [
      [key('8', { ctrlKey: true }), false],
      [key('0', { ctrlKey: true }), false],
      [key('1'), false],
      [key('1', { metaKey: true }), false],
      [key('1', { ctrlKey: true }), true],
      [key('1', { ctrlKey: true, shiftKey: true }), false],
    ] as const) {
      assert.equal(windowWish(pressed, isMac), null);
    }
  });

  test('back and forward are those of the platform\u2019s browsers', () => {
    assert.deepEqual(windowWish(key('ArrowLeft', { altKey: true }), false), { kind: 'back' });
    assert.deepEqual(windowWish(key('ArrowRight', { altKey: true }), false), { kind: 'forward' });
    assert.deepEqual(windowWish(key('[', { metaKey: true }), true), { kind: 'back' });
    assert.deepEqual(windowWish(key(']', { metaKey: true }), true), { kind: 'forward' });
    assert.equal(windowWish(key('ArrowLeft', { altKey: true }), true), null, 'moves by a word on a Mac');
  });

  test('a question mark asks for the keys, and is a letter in a field', () => {
    assert.deepEqual(windowWish(key('?', { shiftKey: true }), false), { kind: 'help' });
    assert.equal(windowWish(key('?', { shiftKey: true, isTyping: true }), false), null);
  });
});
