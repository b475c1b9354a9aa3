import { findComponents, eraseComponent } from './components.js';
import { borderOfInk, mixAt } from './ink-colors.js';
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

/** Where all of a pen's ink is pale, less is enough: such a share of what it differs by on the whole, but no less than so much. */
const OF_USUAL = 0.5;
const LEAST_OF_ALL = 8;

/** A pixel is surely a pen's where the label is this likely. */
const IS_PEN = 0.5;

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
  const border = borderOfInk(picture, labels, stroke);
  const contrast = Math.max(LEAST_OF_ALL, Math.min(LEAST_CONTRAST, OF_USUAL * border.usual));
  const mask = {
    ...inkWhere(picture, shareOfPen(labels, stroke), { ...border, contrast }),
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
 * @param {Picture} picture
 * @param {Plane} pen
 * @param {Pick<import('./ink-colors.js').Border, 'way' | 'least'> & { contrast: number }} border `contrast`: what ink differs by at least
 * @returns {Pick<InkMask, 'data' | 'gray'>}
 */
function inkWhere({ colors, width, height }, pen, { way, least, contrast: enough }) {
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
      if (along > 0 && contrast > 3 * enough ** 2) data[at] = 1;
    }
  });
  return { data, gray };
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
