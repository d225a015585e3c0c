import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { smallestWindow, windowBounds } from '../../../../src-main/desktop/window-bounds.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximised: false });

describe('where the window opens', () => {
  test('in the middle, the first time', () => {
    const bounds = windowBounds(null, [screen]);
    assert.equal('x' in bounds, false);
    assert.ok(bounds.width >= smallestWindow.width && bounds.height >= smallestWindow.height);
  });

  test('where it was', () => {
    assert.deepEqual(windowBounds(at(100, 50), [screen]), { x: 100, y: 50, width: 1000, height: 700 });
    assert.deepEqual(windowBounds(at(2000, 10), [screen, second]), {
      x: 2000,
      y: 10,
      width: 1000,
      height: 700,
    });
  });

  for (const [why, x, y] of [
    ['its screen is gone', 2000, 10],
    ['only a corner too small to grab would show', 1900, 100],
    ['its title bar would be above the screen', 100, -40],
    ['its title bar would be below the screen', 100, 1030],
    ['it would be far to the left', -960, 10],
  ] as const) {
    test(`in the middle with its old size when ${why}`, () => {
      assert.deepEqual(windowBounds(at(x, y), [screen]), { width: 1000, height: 700 });
    });
  }

  test('never smaller than the page is laid out for', () => {
    assert.deepEqual(windowBounds(at(10, 10, 50, 50), [screen]), { x: 10, y: 10, ...smallestWindow });
  });
});
