import { expect, test } from 'vitest';
import { slant } from '../../../web/reader/image/normalize.js';

/** @param {string[]} rows */
const inkOf = (rows) => ({
  data: Float32Array.from(rows.join(''), (pixel) => Number(pixel === '#')),
  width: rows[0].length,
  height: rows.length,
});

test('upright ink leans to the right, and is close around', () => {
  expect(slant(inkOf(['#', '#', '#', '#']), 1)).toEqual(inkOf(['...#', '..#.', '.#..', '#...']));
});

test('ink leans to the left', () => {
  expect(slant(inkOf(['#', '#', '#']), -1)).toEqual(inkOf(['#..', '.#.', '..#']));
});

test('a row without ink stays one', () => {
  expect(slant(inkOf(['##', '..', '##']), 0)).toEqual(inkOf(['##', '..', '##']));
});
