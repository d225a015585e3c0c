import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { comparePictures } from '../../../support/window/snapshots/compare-pictures.ts';
import {
  readPicture,
  shrinkPicture,
  type SmallPicture,
  writePicture,
} from '../../../support/window/snapshots/small-picture.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shade: number;
}

/** A white screen of 600 by 400 pixels with grey boxes on it. */
function screenOf(boxes: readonly Box[]): Uint8Array {
  const png = new PNG({ width: 600, height: 400 });
  png.data.fill(255);
  for (const { x, y, width, height, shade } of boxes) {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        png.data.fill(shade, (row * 600 + column) * 4, (row * 600 + column) * 4 + 3);
      }
    }
  }
  return PNG.sync.write(png);
}

/** A paragraph: lines of words, as the eye sees them from afar. */
const words = (left: number, top: number, lines = 5): readonly Box[] =>
  Array.from({ length: lines * 8 }, (_, at) => ({
    x: left + (at % 8) * 40,
    y: top + Math.floor(at / 8) * 20,
    width: 30,
    height: 9,
    shade: 110,
  }));
const frame: Box = { x: 100, y: 50, width: 400, height: 1, shade: 220 };

const picture = (...boxes: readonly Box[]): SmallPicture => shrinkPicture(screenOf(boxes));

describe('pictures of a screen', () => {
  const kept = picture(frame, ...words(120, 80));

  test('shrink to means of five by five pixels, and come back from a file as they were', () => {
    const { width, height, data } = kept;
    assert.deepEqual([width, height], [120, 80]);
    // The frame's line is one of five pixel rows: four times 255 and once 220.
    assert.equal(data[(10 * width + 20) * 4], 248);
    assert.deepEqual(new Uint8Array(readPicture(writePicture(kept)).data), data);
  });

  test('are the same when they are, and when edges are a shade off', () => {
    assert.deepEqual(comparePictures(kept, kept).isTolerable, true);
    const softer = words(120, 80).map((box) => ({ ...box, shade: box.shade + 12 }));
    assert.match(comparePictures(kept, picture(frame, ...softer)).words, /^0 of 9600/);
  });

  for (const [what, seen] of [
    ['a paragraph is gone', picture(frame)],
    ['a paragraph has moved by half a line', picture(frame, ...words(120, 90))],
    ['a paragraph has moved by eight pixels to the right', picture(frame, ...words(128, 80))],
    ['a line is new', picture(frame, ...words(120, 80, 6))],
  ] as const) {
    test(`differ when ${what}`, () => {
      const { isTolerable, picture: difference } = comparePictures(kept, seen);
      assert.equal(isTolerable, false);
      assert.ok(difference !== null && difference.data.length === seen.data.length);
    });
  }

  test('differ when the window has another size', () => {
    const { isTolerable, words: why } = comparePictures(kept, {
      width: 2,
      height: 1,
      data: new Uint8Array(8),
    });
    assert.deepEqual([isTolerable, why], [false, 'it is 2 by 1 blocks instead of 120 by 80']);
  });
});
