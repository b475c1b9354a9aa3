import { sumAround } from './planes.js';

/**
 * The colors of a pen's ink and of the paper around it, in blocks of pixels.
 *
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {import('./file/decode.js').Picture} Picture
 * @typedef {import('./planes.js').Plane} Plane
 * @typedef {{ way: Plane[], least: Plane, usual: number }} Border the plane halfway between the colors of ink and of paper: a
 *   color lies on the ink's side where its product with `way` is above `least`; `usual`: by how much ink differs from its
 *   paper, of 255 in each color
 */

/** Paper is where its label is more likely than this. */
const IS_PAPER = 0.5;

/** A color where there is none to take. */
const UNKNOWN = 128;

/** The colors of ink and paper are those within so many widths of a stroke: about a digit. */
const WIDTHS_AROUND = 14;

/** What is far around counts so little, but alone where there is nothing near. */
const FAR = 0.02;
const TIMES_FAR = 6;

/** Colors are averaged over blocks of so many pixels of the labels. */
const BLOCK = 4;

/**
 * @param {Picture} picture
 * @param {Labels} labels
 * @param {number} stroke width, in pixels of the labels
 * @returns {Border} by the average colors of pen and paper around each place
 */
export function borderOfInk(picture, labels, stroke) {
  const { ink, paper } = sumsInBlocks(picture, labels);
  const radius = Math.max(1, Math.round((WIDTHS_AROUND * stroke) / BLOCK / 2));
  const border = borderBetween(meanAround(ink, radius), meanAround(paper, radius));
  return { ...border, usual: usualContrast(border.way, ink[0]) };
}

/**
 * @param {Picture} picture
 * @param {Labels} labels
 * @returns {Record<'ink' | 'paper', Plane[]>} weights, and red, green and blue times them
 */
function sumsInBlocks({ colors, width, height }, { pen, print, rule, other, width: columns, height: rows }) {
  const size = { width: Math.ceil(columns / BLOCK), height: Math.ceil(rows / BLOCK) };
  const planes = () => [0, 1, 2, 3].map(() => ({ ...size, data: new Float32Array(size.width * size.height) }));
  const sums = { ink: planes(), paper: planes() };
  const color = new Uint8ClampedArray(3);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at++) {
      const block = Math.floor(y / BLOCK) * size.width + Math.floor(x / BLOCK);
      const pixel = 4 * (Math.min(height - 1, 2 * y + 1) * width + Math.min(width - 1, 2 * x + 1));
      for (let channel = 0; channel < 3; channel++) color[channel] = colors[pixel + channel];
      const rest = 1 - pen[at] - print[at] - rule[at] - other[at];
      add(sums.ink, block, pen[at] * pen[at], color);
      if (rest > IS_PAPER) add(sums.paper, block, rest - IS_PAPER, color);
    }
  }
  return sums;
}

/**
 * @param {Plane[]} sums altered
 * @param {number} block
 * @param {number} weight
 * @param {Uint8ClampedArray} color
 */
function add(sums, block, weight, color) {
  sums[0].data[block] += weight;
  for (let channel = 0; channel < 3; channel++) sums[channel + 1].data[block] += weight * color[channel];
}

/**
 * @param {Plane[]} sums
 * @param {number} radius in blocks
 * @returns {Plane[]}
 */
function meanAround([weight, ...sums], radius) {
  const near = sumAround(weight, radius).data;
  const far = sumAround(weight, TIMES_FAR * radius).data;
  const total = weight.data.reduce((sum, value) => sum + value, 0);
  return sums.map((sum) => {
    const all = total > 0 ? sum.data.reduce((a, value) => a + value, 0) / total : UNKNOWN;
    const [nears, fars] = [sumAround(sum, radius).data, sumAround(sum, TIMES_FAR * radius).data];
    const data = nears.map(
      (value, at) => (value + (FAR * (fars[at] + FAR * all)) / (far[at] + FAR)) / (near[at] + FAR),
    );
    return { ...sum, data };
  });
}

/**
 * @param {Plane[]} ink
 * @param {Plane[]} paper
 * @returns {Pick<Border, 'way' | 'least'>}
 */
function borderBetween(ink, paper) {
  const least = { ...ink[0], data: new Float32Array(ink[0].data.length) };
  const way = ink.map(({ data, ...size }, channel) => {
    const from = paper[channel].data;
    data.forEach((value, at) => (least.data[at] += ((value - from[at]) * (value + from[at])) / 2));
    return { ...size, data: data.map((value, at) => value - from[at]) };
  });
  return { way, least };
}

/**
 * @param {Plane[]} way from the color of paper to that of ink
 * @param {Plane} much ink
 * @returns {number} by which ink differs from its paper, of 255 in each color
 */
function usualContrast(way, much) {
  let [sum, all] = [0, 0];
  much.data.forEach((weight, at) => {
    all += weight;
    sum += weight * Math.hypot(...way.map(({ data }) => data[at]));
  });
  return all > 0 ? sum / all / Math.sqrt(way.length) : 0;
}

/**
 * Between the middles of blocks, linear.
 *
 * @param {Plane} plane
 * @param {number} x
 * @param {number} y pixel of the picture
 * @returns {(data: Float32Array) => number}
 */
export function mixAt({ width, height }, x, y) {
  const side = 2 * BLOCK;
  const [across, down] = [
    Math.min(width - 1, Math.max(0, (x + 0.5) / side - 0.5)),
    Math.min(height - 1, Math.max(0, (y + 0.5) / side - 0.5)),
  ];
  const [left, top] = [Math.floor(across), Math.floor(down)];
  const [first, second] = [top * width, Math.min(height - 1, top + 1) * width];
  const right = Math.min(width - 1, left + 1);
  return (data) => {
    const above = data[first + left] + (data[first + right] - data[first + left]) * (across - left);
    const below = data[second + left] + (data[second + right] - data[second + left]) * (across - left);
    return above + (below - above) * (down - top);
  };
}
