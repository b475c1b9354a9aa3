import { expect, test } from 'vitest';
import { seeSheet } from '../../../web/reader/sheet.js';

/** @typedef {import('../../../web/reader/image/file/decode.js').Picture} Picture */

/** Labels of marks by a pen in a row, each so high. @param {Picture} picture @param {number} high pixels of the picture */
function marks(picture, high) {
  const [width, height] = [picture.width, picture.height].map((side) => Math.ceil(side / 2));
  const [none, pen] = [new Float32Array(width * height), new Float32Array(width * height)];
  for (let x = 4; x < width - 4; x += Math.max(6, high / 2)) {
    for (let y = 4; y < Math.min(height - 4, 4 + high / 2); y++) {
      const at = y * width + Math.round(x);
      pen[at] = pen[at + 1] = pen[at + 2] = 1;
    }
  }
  return { pen, print: none, rule: none, other: none, width, height };
}

/** @param {number} seen heights that a glance at a third of the size sees, in pixels of the picture @param {number} true_ */
function sizesOf(seen, true_) {
  const size = { width: 900, height: 600 };
  const colors = new Uint8ClampedArray(4 * size.width * size.height).fill(255);
  /** @type {number[]} */
  const looks = [];
  const { place } = seeSheet({ ...size, colors, scale: 1 }, (picture) => {
    looks.push(picture.width);
    const scale = picture.width / size.width;
    return marks(picture, scale < 0.34 ? scale * seen : scale * true_);
  });
  return { looks, box: place({ x: 90, y: 60, width: 9, height: 6 }) };
}

test('large writing is looked at in a smaller picture', () => {
  const { looks, box } = sizesOf(260, 260);
  // The last time upside down.
  expect(looks).toEqual([300, looks[1], looks[1]]);
  expect(looks[1]).toBeGreaterThan(300);
  expect(looks[1]).toBeLessThan(450);
  expect(box.x).toBeCloseTo((90 * 900) / looks[1], 0);
});

test('what only seemed large, since writing and rules hang together from afar, is looked at as it is', () => {
  const { looks, box } = sizesOf(260, 60);
  expect(looks).toEqual([300, expect.any(Number), 900, 900]);
  expect(box).toEqual({ x: 90, y: 60, width: 9, height: 6 });
});
