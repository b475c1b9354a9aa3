import { expect, test } from 'vitest';
import { findWriting } from '../../../web/reader/image/find-lines.js';

const SIZE = { width: 200, height: 100 };

/** The boxes of what is taken for writing, where strokes of 6 pixels are among it. @param {number[][]} boxes */
function written(boxes) {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (const [x, y, width, height] of boxes) {
    for (let row = y; row < y + height; row++) data.fill(1, row * SIZE.width + x, row * SIZE.width + x + width);
  }
  const { writing } = findWriting({ data, gray: new Uint8ClampedArray(data.length), ...SIZE, stroke: 6 });
  return writing.map(({ box }) => box.x).sort((a, b) => a - b);
}

const DIGITS = [
  [60, 30, 6, 40],
  [90, 30, 6, 40],
  [120, 30, 6, 40],
];

test('a line along a side that is thinner than a stroke is what lies beside the sheet, and no 1', () => {
  expect(written([...DIGITS, [0, 40, 3, 30]])).toEqual([60, 90, 120]);
  expect(written([...DIGITS, [197, 40, 3, 30]])).toEqual([60, 90, 120]);
});

test('a stroke at a side is written', () => {
  expect(written([...DIGITS, [0, 35, 6, 30]])).toEqual([0, 60, 90, 120]);
});

test('a low rest at a side is none', () => {
  expect(written([...DIGITS, [0, 50, 8, 12]])).toEqual([60, 90, 120]);
});
