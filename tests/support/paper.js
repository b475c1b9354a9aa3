import { readFileSync } from 'node:fs';

/**
 * @typedef {import('../../web/reader/image/file/decode.js').Picture} Picture
 * @typedef {{ text: string, x: number, y: number, height: number, pen?: number, slope?: number, pitch?: number }} Writing
 *   digits on a line: where the first begins and how high they are, in pixels; the pen's width, the line's slope, and
 *   how far digits stand from each other, as shares of their height
 */

/** @type {{ rasterize: { name: string, ink: number[][][] }[] }} */
const golden = JSON.parse(readFileSync(new URL('../fixtures/ink.json', import.meta.url), 'utf8'));

/** Strokes of what can be written, in a square of 100. @type {Record<string, number[][][]>} */
const GLYPHS = {
  '.': [[[48, 94], [52, 94], [52, 97], [48, 97]]], // prettier-ignore
  ',': [[[52, 92], [46, 110]]], // prettier-ignore
  '-': [[[25, 52], [75, 52]]], // prettier-ignore
  '/': [[[85, -5], [15, 105]]], // prettier-ignore
  ':': [[[49, 34], [51, 36]], [[49, 76], [51, 78]]], // prettier-ignore
  A: [[[5, 100], [50, 0], [95, 100]], [[25, 62], [75, 62]]], // prettier-ignore
  E: [[[80, 3], [20, 3], [20, 97], [82, 97]], [[20, 50], [70, 50]]], // prettier-ignore
  H: [[[15, 0], [15, 100]], [[85, 0], [85, 100]], [[15, 50], [85, 50]]], // prettier-ignore
  K: [[[20, 0], [20, 100]], [[80, 2], [22, 55], [85, 98]]], // prettier-ignore
  M: [[[8, 100], [12, 0], [50, 60], [88, 0], [92, 100]]], // prettier-ignore
  W: [[[2, 0], [25, 100], [50, 30], [75, 100], [98, 0]]], // prettier-ignore
  X: [[[10, 0], [90, 100]], [[90, 0], [10, 100]]], // prettier-ignore
};
for (let digit = 0; digit <= 9; digit++) {
  GLYPHS[digit] = golden.rasterize.find(({ name }) => name === `digit ${digit}`)?.ink ?? [];
}

/** Glyphs that stand in less room than a digit. */
const NARROW = '.,:';

/**
 * The share of each pixel that ink covers, 0..1.
 *
 * @param {{ width: number, height: number }} size
 * @param {Writing[]} writings
 */
export function write({ width, height }, writings) {
  const covered = new Float32Array(width * height);
  for (const { text, x, y, height: high, pen = 0.09, slope = 0, pitch = 0.85 } of writings) {
    let left = x;
    for (const letter of text) {
      const room = letter === ' ' ? 1.6 : NARROW.includes(letter) ? pitch / 2 : pitch;
      const place = (/** @type {number[]} */ [a, b]) => {
        const across = left + (a / 100 - 0.5 + room / 2) * high;
        return [across, y + (b / 100) * high + slope * (across - x)];
      };
      for (const stroke of GLYPHS[letter] ?? []) draw(covered, { width, height }, stroke.map(place), (pen * high) / 2);
      left += room * high;
    }
  }
  return covered;
}

/**
 * @param {Float32Array} covered altered
 * @param {{ width: number, height: number }} size
 * @param {number[][]} points
 * @param {number} radius
 */
export function draw(covered, { width, height }, points, radius) {
  points.slice(1).forEach(([endX, endY], index) => {
    const [startX, startY] = points[index];
    const [left, right] = [Math.min(startX, endX) - radius - 1, Math.max(startX, endX) + radius + 1];
    const [top, bottom] = [Math.min(startY, endY) - radius - 1, Math.max(startY, endY) + radius + 1];
    const [dx, dy] = [endX - startX, endY - startY];
    const length = dx * dx + dy * dy || 1;
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
        const along = Math.min(1, Math.max(0, ((x + 0.5 - startX) * dx + (y + 0.5 - startY) * dy) / length));
        const distance = Math.hypot(x + 0.5 - startX - along * dx, y + 0.5 - startY - along * dy);
        const cover = Math.min(1, Math.max(0, radius + 0.5 - distance));
        if (cover > covered[y * width + x]) covered[y * width + x] = cover;
      }
    }
  });
}

/**
 * @param {{ width: number, height: number }} size
 * @param {(x: number, y: number, at: number) => number} value 0 = black, 255 = white; held to that
 * @returns {Picture} gray
 */
export function toPicture({ width, height }, value) {
  const colors = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) colors.fill(value(x, y, at), 4 * at, 4 * at + 3);
  }
  return { colors, width, height, scale: 1 };
}

/**
 * The same in gray, as training's stand-in for the page takes it.
 *
 * @param {{ width: number, height: number }} size
 * @param {(x: number, y: number, at: number) => number} value
 * @returns {import('../../tools/pictures.js').Gray}
 */
export function toGray(size, value) {
  const { colors } = toPicture(size, value);
  return { ...size, data: Float32Array.from({ length: colors.length / 4 }, (_, at) => colors[4 * at]) };
}

/** Noise that is the same each time, about normal, of standard deviation 1. @param {number} at */
export function noise(at) {
  let sum = 0;
  for (let part = 1; part <= 4; part++) {
    let mixed = Math.imul(at + part * 7919, 2654435761);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 2246822519);
    sum += ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32 - 0.5;
  }
  return sum * Math.sqrt(3);
}
