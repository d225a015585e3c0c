import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  rowsAtScroll,
  rowsEnd,
  scrollAtRows,
  scrollSpace,
  topToShow,
} from '../../../../src-renderer/transactions/scroll-space.ts';

const rowPx = 36;
const viewPx = 600;
const million = scrollSpace(1_000_000 * rowPx, viewPx);

describe('a list higher than a browser can make an element', () => {
  test('is drawn by an element that it can make, at every zoom', () => {
    assert.ok(million.elementPx * 3 < 33_554_428);
  });

  test('begins and ends where the element does', () => {
    assert.equal(rowsAtScroll(million, 0), 0);
    assert.equal(rowsAtScroll(million, million.elementPx - viewPx), rowsEnd(million));
    assert.equal(scrollAtRows(million, rowsEnd(million)), million.elementPx - viewPx);
  });

  test('is exact to the pixel near both ends', () => {
    assert.equal(rowsAtScroll(million, 12_345), 12_345);
    const end = million.elementPx - viewPx;
    assert.equal(rowsAtScroll(million, end - 777), rowsEnd(million) - 777);
  });

  test('never goes back while the scrollbar goes on, and finds its place again', () => {
    let before = -1;
    for (let at = 0; at <= million.elementPx - viewPx; at += 49_999) {
      const rows = rowsAtScroll(million, at);
      assert.ok(rows > before, `at ${at}`);
      assert.ok(Math.abs(scrollAtRows(million, rows) - at) < 0.001);
      before = rows;
    }
  });

  test('cannot be scrolled beyond its ends', () => {
    assert.equal(rowsAtScroll(million, -50), 0);
    assert.equal(rowsAtScroll(million, 1e9), rowsEnd(million));
    assert.equal(scrollAtRows(million, 1e12), million.elementPx - viewPx);
  });
});

describe('a list the browser can hold', () => {
  test('is not scaled at all', () => {
    const space = scrollSpace(100_000 * rowPx, viewPx);
    assert.equal(space.elementPx, space.rowsPx);
    for (const at of [0, 1_800_000, space.rowsPx - viewPx]) assert.equal(rowsAtScroll(space, at), at);
  });

  test('shorter than the view cannot be scrolled', () => {
    const space = scrollSpace(3 * rowPx, viewPx);
    assert.equal(rowsEnd(space), 0);
    assert.equal(scrollAtRows(space, 50), 0);
  });
});

describe('showing a row', () => {
  test('moves no further than it must', () => {
    assert.equal(topToShow(million, 3600, 3600 + 5 * rowPx, rowPx), 3600);
    assert.equal(topToShow(million, 3600, 3564, rowPx), 3564);
    assert.equal(topToShow(million, 0, viewPx, rowPx), rowPx);
  });
});
