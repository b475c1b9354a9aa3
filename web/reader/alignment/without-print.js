import { findComponents } from '../image/components.js';
import { median } from '../math.js';
import { between, cornersOf } from './homography.js';
import { unpack } from './landmarks.js';
import { resample } from './pyramid.js';

/**
 * Takes a form's own print out of one of its fields, so that a caption is not read as part of the digits that touch it.
 *
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./landmarks.js').Landmarks} Landmarks
 * @typedef {{ landmarks: Landmarks, area: Box }} Print of a form's sample; `area`: which part of it, in shares of its sides
 */

/** There is print at a pixel where so much of the sample is printed, and in a field where so much of its inside is. */
const PRINTED = 0.15;
const LEAST = 0.01;

/** So much of the shorter side, on every side, is the field's frame. */
const FRAME = 0.15;

/** What the sample's map, which is coarse, lacks of letters is so near to what it has, in shares of the shorter side. */
const NEAR = { across: 0.22, down: 0.06 };

/** Ink is darker than paper by so much, in logarithms; what has ink of another hue than the print by so much is a pen's. */
const INK = 0.2;
const APART = 0.12;

/** Ink of the print's own hue is print where so much of what hangs together is. */
const MOSTLY = 0.7;

/** Beyond ink, so many pixels are a blur of it. */
const BLUR = 1;

/**
 * @param {Picture} picture of the field, lying flat
 * @param {Print} print
 * @returns {Picture | null} with paper where the sample has print; null where that has none to take out
 */
export function withoutPrint({ colors, width, height, ...more }, print) {
  const printed = printIn(print, { width, height });
  if (!printed) return null;
  const paper = paperOf(colors);
  const hues = huesOf(colors, paper);
  const isPrint = tellPrint(hues, printed, { width, height });
  const bare = colors.slice();
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (printed[at] && near(isPrint, { x, y }, width, height)) bare.set(paper, 4 * at);
    }
  }
  return { colors: bare, width, height, ...more };
}

/**
 * @param {Print} print
 * @param {{ width: number, height: number }} size of the field
 * @returns {Uint8Array | null} where the sample has print or rules, or nearly; null where it has no print
 */
function printIn({ landmarks: { area: marked, ...landmarks }, area }, size) {
  const map = unpack({ area: marked, ...landmarks });
  const corners = cornersOf(area).map(({ x, y }) => ({
    x: ((area.x + x - marked.x) / marked.width) * map.width,
    y: ((area.y + y - marked.y) / marked.height) * map.height,
  }));
  const seen = { data: new Float32Array(size.width * size.height), ...size };
  resample(map, between(cornersOf(size), corners), seen);
  const printed = Uint8Array.from(seen.data, (value) => Number(value > PRINTED));
  const frame = FRAME * Math.min(size.width, size.height);
  const isInside = (/** @type {number} */ at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    return Math.min(x, y, size.width - 1 - x, size.height - 1 - y) > frame;
  };
  const seeds = [...printed.keys()].filter((at) => printed[at] && isInside(at));
  if (seeds.length <= LEAST * printed.length) return null;
  const [across, down] = [NEAR.across, NEAR.down].map((share) => Math.round(share * Math.min(size.width, size.height)));
  for (const at of seeds) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    for (let row = Math.max(0, y - down); row <= Math.min(size.height - 1, y + down); row++) {
      const from = row * size.width;
      printed.fill(1, from + Math.max(0, x - across), from + Math.min(size.width, x + across + 1));
    }
  }
  return printed;
}

/** @param {Uint8ClampedArray} colors @returns {number[]} its red, green and blue, and no transparency */
function paperOf(colors) {
  const light = Float32Array.from({ length: colors.length / 4 }, (_, at) => colors[4 * at + 1]);
  const usual = median(light);
  const of = (/** @type {number} */ channel) =>
    median(
      Array.from(light.keys())
        .filter((at) => light[at] >= usual)
        .map((at) => colors[4 * at + channel]),
    );
  return [of(0), of(1), of(2), 255];
}

/**
 * @param {Uint8ClampedArray} colors
 * @param {number[]} paper
 * @returns {{ dark: Float32Array, hue: Float32Array }} how much darker than paper each pixel is, and how much more of that
 *   is in red than in blue
 */
function huesOf(colors, paper) {
  const dark = new Float32Array(colors.length / 4);
  const hue = new Float32Array(dark.length);
  for (let at = 0; at < dark.length; at++) {
    const [red, green, blue] = [0, 1, 2].map((channel) =>
      Math.log((paper[channel] + 1) / (colors[4 * at + channel] + 1)),
    );
    dark[at] = (red + green + blue) / 3;
    hue[at] = (red - blue) / Math.max(INK, red + green + blue);
  }
  return { dark, hue };
}

/**
 * @param {ReturnType<typeof huesOf>} hues
 * @param {Uint8Array} printed
 * @param {{ width: number, height: number }} size
 * @returns {Uint8Array} what of the ink may be print: of a hue that no pen has there, else what does not hang together
 *   with more that is written
 */
function tellPrint({ dark, hue }, printed, size) {
  const isInk = Uint8Array.from(dark, (value) => Number(value > INK));
  const usual = (/** @type {number} */ where) => median(hue.filter((_, at) => isInk[at] && printed[at] === where));
  const [pen, print] = [usual(0), usual(1)];
  if (Math.abs(pen - print) < APART) return mostlyIn(printed, { data: isInk, ...size });
  const middle = (pen + print) / 2;
  return isInk.map((value, at) => Number(value && hue[at] > middle === print > middle));
}

/** @param {Uint8Array} printed @param {import('../image/normalize.js').Mask} ink @returns {Uint8Array} */
function mostlyIn(printed, ink) {
  const { labels, components } = findComponents(ink);
  const inside = new Uint32Array(components.length + 1);
  labels.forEach((label, at) => (inside[label] += printed[at]));
  const isIn = new Uint8Array(inside.length);
  for (const { label, area } of components) isIn[label] = Number(inside[label] > MOSTLY * area);
  return Uint8Array.from(labels, (label) => isIn[label]);
}

/** @param {Uint8Array} marks @param {{ x: number, y: number }} place @param {number} width @param {number} height */
function near(marks, { x, y }, width, height) {
  for (let row = Math.max(0, y - BLUR); row <= Math.min(height - 1, y + BLUR); row++) {
    for (let column = Math.max(0, x - BLUR); column <= Math.min(width - 1, x + BLUR); column++) {
      if (marks[row * width + column]) return true;
    }
  }
  return false;
}
