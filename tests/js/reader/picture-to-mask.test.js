import { describe, expect, test } from 'vitest';
import { binarize } from '../../../tools/binarize.js';
import { findComponents } from '../../../web/reader/image/components.js';

const [WIDTH, HEIGHT] = [120, 90];

/**
 * A gray picture, `paper` everywhere but where a bar and a ring are.
 *
 * @param {(x: number, y: number, isInk: boolean) => number} gray
 */
function paint(gray) {
  const data = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = gray(x, y, isInk(x, y));
  return { data, width: WIDTH, height: HEIGHT };
}

/** @param {number} x @param {number} y */
const isInk = (x, y) => Math.abs(Math.hypot(x - 60, y - 45) - 20) < 4;

const truth = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => Number(isInk(at % WIDTH, Math.floor(at / WIDTH))));

/** @param {ArrayLike<number>} mask @returns {number} the share of pixels that are right */
const agreement = (mask) => truth.filter((value, index) => value === mask[index]).length / truth.length;

describe('binarize', () => {
  test.each([
    [
      'dark on light',
      (/** @type {number} */ _, /** @type {number} */ __, /** @type {boolean} */ ink) => (ink ? 30 : 220),
    ],
    ['light on dark', (_, __, ink) => (ink ? 230 : 40)],
    ['pencil', (_, __, ink) => (ink ? 170 : 215)],
    ['light that falls off', (x, y, ink) => (ink ? 0.3 : 1) * (230 - x - y / 2)],
    ['a lamp in the middle', (x, y, ink) => (ink ? -60 : 0) + 240 - ((x - 60) ** 2 + (y - 45) ** 2) / 60],
    ['grain', (x, y, ink) => (ink ? 60 : 200) + (((x * 7919 + y * 104729) % 31) - 15)],
  ])('tells ink from paper: %s', (_, gray) => {
    expect(agreement(binarize(paint(gray)).data)).toBeGreaterThan(0.99);
  });

  test.each([
    ['white', () => 255],
    ['black', () => 0],
    ['paper in uneven light', (/** @type {number} */ x, /** @type {number} */ y) => 230 - x - y / 3],
    ['grain alone', (x, y) => 200 + (((x * 7919 + y * 104729) % 31) - 15)],
  ])('finds no ink in %s', (_, gray) => {
    expect(Math.max(...Array.from(binarize(paint(gray)).data))).toBe(0);
  });
});

/** @param {string[]} rows '#' is ink */
const toMask = (rows) => ({
  data: Uint8Array.from(rows.join(''), (letter) => Number(letter === '#')),
  width: rows[0].length,
  height: rows.length,
});

describe('components', () => {
  test('hang together by corners, and are told apart across paper', () => {
    const boxes = findComponents(toMask(['#..#', '.#.#', '...#'])).components.map(({ box }) => box);
    expect(boxes).toEqual([
      { x: 0, y: 0, width: 2, height: 2 },
      { x: 3, y: 0, width: 1, height: 3 },
    ]);
  });

  test('are not joined around the edge of the picture', () => {
    expect(findComponents(toMask(['...#', '#...'])).components).toHaveLength(2);
  });
});
