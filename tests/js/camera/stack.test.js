import { describe, expect, it } from 'vitest';
import { isSameSheet, lookOf } from '../../../web/camera/stack.js';

/**
 * @param {{ by?: number, ink?: [number, number][] }} [how] by: pixels to the right that the camera has moved; ink: where digits
 *   are, in pixels of the sheet
 * @returns {import('../../../web/camera/stack.js').Look} of a sheet with lines of print, as a camera sees it
 */
function seen({ by = 0, ink = [] } = {}) {
  const [width, height] = [256, 192];
  const data = new Uint8Array(width * height).fill(50);
  for (let y = 20; y < 170; y++) {
    data.fill(210, y * width + 30 + by, y * width + 220 + by);
    if (y % 20 < 2) data.fill(120, y * width + 40 + by, y * width + 200 + by);
  }
  for (const [x, y] of ink) {
    for (let row = y; row < y + 14; row++) data.fill(40, row * width + x + by, row * width + x + by + 4);
  }
  const corners = [
    [30, 20],
    [220, 20],
    [220, 170],
    [30, 170],
  ].map(([x, y]) => ({ x: (x + by) / width, y: y / height }));
  const colors = Uint8ClampedArray.from({ length: 4 * data.length }, (_, at) => data[at >> 2]);
  return lookOf({ colors, width, height }, corners);
}

/** @type {[number, number][]} */
const INK = [
  [60, 44],
  [70, 44],
  [90, 84],
  [150, 124],
];

describe('whether a sheet is the one that was taken last', () => {
  it('is so though the camera moves, where the sheet stays in sight', () => {
    expect(isSameSheet(seen({ ink: INK }), seen({ ink: INK, by: 9 }), true)).toBe(true);
  });

  it('is so of the very same one that comes back', () => {
    expect(isSameSheet(seen({ ink: INK }), seen({ ink: INK }), false)).toBe(true);
  });

  it('is not so of another form of the same print, which came in its place', () => {
    expect(isSameSheet(seen(), seen({ ink: INK }), false)).toBe(false);
  });

  it('is not so of quite another sheet, however quickly it came', () => {
    const full = Array.from({ length: 40 }, (_, at) => /** @type {[number, number]} */ ([45 + 4 * at, 40 + 3 * at]));
    expect(isSameSheet(seen(), seen({ ink: full }), true)).toBe(false);
  });
});
