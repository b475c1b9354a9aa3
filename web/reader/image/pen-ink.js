import { findComponents, eraseComponent } from './components.js';
import { enlarge, strokeWidth, sumAround } from './planes.js';

/**
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {import('./file/decode.js').Picture} Picture
 * @typedef {import('./planes.js').Plane} Plane
 * @typedef {{ data: Uint8Array, gray: Uint8ClampedArray, width: number, height: number, stroke: number }} InkMask row by row, 0 = paper, 1 =
 *   ink; `gray`: from 0, as the paper around, to 255, as the ink around; `stroke` is how wide its strokes are, in pixels
 */

/**
 * Within so many widths of a stroke so much of what is no paper is the pen's, and at least so much of all: labels are of
 * half the size, and a thin pen's are faint.
 */
const WIDTHS_ALIKE = 0.75;
const MAY_BE_PEN = 0.35;
const LEAST_PEN = 0.06;

/** What is this many strokes long at most may be a point: it has little to tell by that it is no print. */
const DOT = 2.5;
const OF_DOT = 0.5;

/** Ink differs from its paper by so much, of 255 in each color: the edge of a shadow is as light as the paper beside it, on average. */
const LEAST_CONTRAST = 16;

/** Paper is where its label is more likely than this. */
const IS_PAPER = 0.5;

/** A color where there is none to take. */
const UNKNOWN = 128;

/** A pixel is surely a pen's where the label is this likely. */
const IS_PEN = 0.5;

/** The colors of ink and paper are those within so many widths of a stroke: about a digit. */
const WIDTHS_AROUND = 14;

/** What is far around counts so little, but alone where there is nothing near. */
const FAR = 0.02;
const TIMES_FAR = 6;

/** Colors are averaged over blocks of so many pixels of the labels. */
const BLOCK = 4;

/**
 * What a pen wrote: a pixel that the labels allow, and whose color lies nearer to that of the pen around it than to that
 * of the paper. Pens may be darker or lighter than paper, or differ in hue alone.
 *
 * @param {Picture} picture
 * @param {Labels} labels
 * @returns {InkMask} as large as the picture
 */
export function penInk(picture, labels) {
  const stroke = strokeIn(labels);
  const border = borderBetween(meansAround(picture, labels, stroke));
  const mask = {
    ...inkWhere(picture, shareOfPen(labels, stroke), border),
    width: picture.width,
    height: picture.height,
    stroke: 1,
  };
  eraseOthers(mask, labels);
  return { ...mask, stroke: strokeWidth(mask.data, mask.width) };
}

/** How wide a pen's strokes are, in pixels of the labels. @param {Labels} labels */
function strokeIn({ pen, width }) {
  const sure = new Uint8Array(pen.length);
  for (let at = 0; at < sure.length; at++) sure[at] = Number(pen[at] > IS_PEN);
  return strokeWidth(sure, width);
}

/**
 * How much of what is no paper is a pen's, where a stroke is: a label here and there may be wrong.
 *
 * @param {Labels} labels
 * @param {number} stroke
 * @returns {Plane} 0 where all is paper
 */
function shareOfPen({ pen, print, rule, other, width, height }, stroke) {
  const mark = new Float32Array(pen.length);
  for (let at = 0; at < mark.length; at++) mark[at] = pen[at] + print[at] + rule[at] + other[at];
  const radius = Math.max(1, Math.round(WIDTHS_ALIKE * stroke));
  const [pens, marks] = [pen, mark].map((data) => sumAround({ data, width, height }, radius).data);
  const share = new Float32Array(pen.length);
  for (let at = 0; at < share.length; at++) {
    if (pens[at] > LEAST_PEN * (2 * radius + 1) ** 2) share[at] = pens[at] / marks[at];
  }
  return { data: share, width, height };
}

/**
 * The average colors of pen and paper around each place.
 *
 * @param {Picture} picture
 * @param {Labels} labels
 * @param {number} stroke width, in pixels of the labels
 * @returns {{ ink: Plane[], paper: Plane[] }} red, green and blue, in blocks
 */
function meansAround(picture, labels, stroke) {
  const { ink, paper } = sumsInBlocks(picture, labels);
  const radius = Math.max(1, Math.round((WIDTHS_AROUND * stroke) / BLOCK / 2));
  return { ink: meanAround(ink, radius), paper: meanAround(paper, radius) };
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
 * The plane halfway between the colors of ink and of paper: a color lies on the ink's side where its product with `way` is
 * above `least`.
 *
 * @param {{ ink: Plane[], paper: Plane[] }} means
 * @returns {{ way: Plane[], least: Plane }}
 */
function borderBetween({ ink, paper }) {
  const least = { ...ink[0], data: new Float32Array(ink[0].data.length) };
  const way = ink.map(({ data, ...size }, channel) => {
    const from = paper[channel].data;
    data.forEach((value, at) => (least.data[at] += ((value - from[at]) * (value + from[at])) / 2));
    return { ...size, data: data.map((value, at) => value - from[at]) };
  });
  return { way, least };
}

/**
 * @param {Picture} picture
 * @param {Plane} pen
 * @param {{ way: Plane[], least: Plane }} border
 * @returns {Pick<InkMask, 'data' | 'gray'>}
 */
function inkWhere({ colors, width, height }, pen, { way, least }) {
  const data = new Uint8Array(width * height);
  const gray = new Uint8ClampedArray(width * height);
  enlarge(pen, 2, { width, height }, (row, y) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (row[x] < MAY_BE_PEN) continue;
      const mix = mixAt(least, x, y);
      let [along, contrast] = [-mix(least.data), 0];
      for (let channel = 0; channel < 3; channel++) {
        const part = mix(way[channel].data);
        along += part * colors[4 * at + channel];
        contrast += part * part;
      }
      gray[at] = 255 * (0.5 + along / contrast);
      if (along > 0 && contrast > 3 * LEAST_CONTRAST ** 2) data[at] = 1;
    }
  });
  return { data, gray };
}

/**
 * Between the middles of blocks, linear.
 *
 * @param {Plane} plane
 * @param {number} x
 * @param {number} y pixel of the picture
 * @returns {(data: Float32Array) => number}
 */
function mixAt({ width, height }, x, y) {
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

/**
 * Takes out what hangs together and is more likely of something else than of a pen.
 *
 * @param {InkMask} mask altered
 * @param {Labels} likely
 */
function eraseOthers(mask, likely) {
  const { labels, components } = findComponents(mask);
  const sums = [likely.pen, likely.print, likely.rule, likely.other].map((plane) => {
    const sum = new Float64Array(components.length + 1);
    for (let y = 0, at = 0; y < mask.height; y++) {
      const row = (y >> 1) * likely.width;
      for (let x = 0; x < mask.width; x++, at++) sum[labels[at]] += plane[row + (x >> 1)];
    }
    return sum;
  });
  const dot = DOT * strokeWidth(mask.data, mask.width);
  for (const component of components) {
    const [pen, print, ...others] = sums.map((sum) => sum[component.label]);
    const isDot = Math.max(component.box.width, component.box.height) <= dot;
    if (pen < Math.max((isDot ? OF_DOT : 1) * print, ...others)) eraseComponent(mask, labels, component);
  }
}
