import { placeOn } from './straight-lines.js';

/**
 * What a line is like as a side of a sheet.
 *
 * @typedef {import('./edges.js').Colors} Colors
 * @typedef {import('./straight-lines.js').Line} Line
 * @typedef {{ length: number, parted: Float32Array, rough: Float32Array, colors: Float32Array[] }} Profile of a line, with the sheet to one
 *   of its sides: sums over its pixels up to each
 * @typedef {{ parted: number, roughness: number, paper: () => number[], beyond: () => number[] }} Side of a sheet: the share of it along which
 *   paper is parted from something else; by how much the paper along it differs from pixel to pixel, and the mean colors of it and of what
 *   is beyond, of 255
 */

/** Pixels from a side at which there is paper, and those at which there is something else: a line of print is thinner. */
const [WITHIN, DEEPER] = [2.5, 6.5];
const BEYOND = [4, 7, 10];

/** What differs by more, of 255, is something else. */
export const OTHER = 14;

/** An edge of ink on the paper counts as no more than this. */
const ROUGHEST = 20;

/** Pixels at a side's ends, where another side is near. */
const CORNER = 3;

/**
 * @param {Colors} colors
 * @param {Line} line
 * @param {1 | -1} sheet where it is: further down or right, or further up or left
 * @returns {Profile}
 */
export function profileOf(colors, line, sheet) {
  const [length, places] = line.isAcross ? [colors.width, colors.height] : [colors.height, colors.width];
  const [parted, rough, ...sums] = Array.from({ length: 8 }, () => new Float32Array(length + 1));
  // Colors of one place after the other, in the same memory: there are hundreds of lines.
  let [paper, last] = [new Float32Array(3), new Float32Array(3)];
  const [deeper, beyond] = [new Float32Array(3), new Float32Array(3)];
  for (let along = 0; along < length; along++) {
    const place = placeOn(line, along);
    const room = sheet === 1 ? place : places - 1 - place;
    const look = (/** @type {number} */ away, /** @type {Float32Array} */ color) =>
      takeColor(colors, line.isAcross, { along, place: place + sheet * away }, color);
    [paper, last] = [last, paper];
    const isPaper = difference(look(WITHIN, paper), look(DEEPER, deeper)) < OTHER;
    rough[along + 1] = rough[along] + (along ? Math.min(ROUGHEST, difference(paper, last)) : 0);
    look(-BEYOND[0], beyond);
    for (let channel = 0; channel < 3; channel++) {
      sums[channel][along + 1] = sums[channel][along] + paper[channel];
      sums[3 + channel][along + 1] = sums[3 + channel][along] + beyond[channel];
    }
    let others = 0;
    for (const away of isPaper ? BEYOND : []) {
      if (away <= room && difference(paper, look(-away, beyond)) >= OTHER) others += 1;
    }
    parted[along + 1] = parted[along] + others / BEYOND.length;
  }
  return { length, parted, rough, colors: sums };
}

/**
 * @param {Profile} profile
 * @param {number} from pixels along the line
 * @param {number} to
 * @returns {Side}
 */
export function sideOf({ length, parted, rough, colors }, from, to) {
  const first = Math.max(0, Math.round(from + CORNER));
  const last = Math.min(length, Math.round(to - CORNER));
  const mean = (/** @type {Float32Array} */ sums) => (sums[last] - sums[first]) / (last - first);
  if (last <= first) return { parted: 0, roughness: ROUGHEST, paper: () => [0, 0, 0], beyond: () => [0, 0, 0] };
  return {
    parted: mean(parted),
    roughness: mean(rough),
    paper: () => colors.slice(0, 3).map(mean),
    beyond: () => colors.slice(3).map(mean),
  };
}

/** @param {ArrayLike<number>} one @param {ArrayLike<number>} other @returns {number} of the color that differs most */
export const difference = (one, other) =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));

/**
 * Between two pixels, linear; beyond the border as at it.
 *
 * @param {Colors} colors
 * @param {boolean} isAcross
 * @param {{ along: number, place: number }} where along a line in whole pixels, and beside it
 * @param {Float32Array} color altered
 * @returns {Float32Array} the same
 */
function takeColor({ planes, width, height }, isAcross, { along, place }, color) {
  const most = (isAcross ? height : width) - 1;
  const held = Math.min(most, Math.max(0, place));
  const whole = Math.min(most - 1, Math.floor(held));
  const [at, step] = isAcross ? [whole * width + along, width] : [along * width + whole, 1];
  for (let channel = 0; channel < 3; channel++) {
    const plane = planes[channel];
    color[channel] = plane[at] + (plane[at + step] - plane[at]) * (held - whole);
  }
  return color;
}
