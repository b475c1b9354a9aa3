import { expect, test } from 'vitest';
import { turn } from '../../../web/reader/image/turn.js';

/** @param {number[][]} rows gray */
function pictureOf(rows) {
  const colors = Uint8ClampedArray.from(rows.flat().flatMap((gray) => [gray, gray, gray, 255]));
  return { colors, width: rows[0].length, height: rows.length, scale: 1 };
}

/** @param {import('../../../web/reader/image/file/decode.js').Picture} picture */
const grays = ({ colors, width, height }) =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => colors[4 * (y * width + x)]));

const ROWS = [
  [10, 20, 30],
  [40, 50, 60],
];

test.each([
  [90, [[40, 10], [50, 20], [60, 30]]],
  [180, [[60, 50, 40], [30, 20, 10]]],
  [270, [[30, 60], [20, 50], [10, 40]]],
])('a picture is turned by %d degrees without loss', (degrees, expected) => {
  expect(grays(turn(pictureOf(ROWS), degrees).picture)).toEqual(expected);
}); // prettier-ignore

test.each([90, 180, 270])('a box in a picture turned by %d degrees is told in the one before', (degrees) => {
  const { picture, toSource } = turn(pictureOf(ROWS), degrees);
  const at = grays(picture).flat().indexOf(60);
  const box = { x: at % picture.width, y: Math.floor(at / picture.width), width: 1, height: 1 };
  expect(toSource(box)).toEqual({ x: 2, y: 1, width: 1, height: 1 });
});

test('a picture turned a little holds all of the one before, on its own border', () => {
  const size = { width: 80, height: 60 };
  const rows = Array.from({ length: size.height }, () => new Array(size.width).fill(200));
  rows[10].fill(40, 20, 60);
  const { picture, toSource } = turn(pictureOf(rows), 15);
  expect(picture.width).toBeGreaterThan(size.width);
  expect(grays(picture)[0][0]).toBe(200);
  const lowest = grays(picture).findLastIndex((row) => row.some((gray) => gray < 150));
  const column = grays(picture)[lowest].findIndex((gray) => gray < 150);
  const { x, y, width, height } = toSource({ x: column, y: lowest, width: 1, height: 1 });
  expect(Math.hypot(x + width / 2 - 59.5, y + height / 2 - 10.5)).toBeLessThan(3);
});
