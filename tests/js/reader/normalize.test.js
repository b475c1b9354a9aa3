import { expect, test } from 'vitest';
import { slant, toStrip } from '../../../web/reader/image/normalize.js';

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

test('a thin line becomes no strip that takes seconds to read, and is whole in it', () => {
  const { data, width, left, scale } = toStrip(inkOf(['#'.repeat(1600)]));
  expect(width).toBeLessThan(3100);
  expect(data.some((value) => value > 0)).toBe(true);
  expect(left + 1600 * scale).toBeLessThanOrEqual(width);
});

test('a hundred digits are as high in their strip as one', () => {
  const digits = inkOf(Array.from({ length: 20 }, () => '#.'.repeat(1000)));
  expect(toStrip(digits).scale).toBe(28 / 20);
});
