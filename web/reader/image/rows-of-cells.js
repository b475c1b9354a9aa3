import { median } from '../math.js';

/** @typedef {import('../ink/rasterize.js').Box} Box */

/** Cells beside each other share so much of the higher one's side, and are at most so far apart, in pixels of the labels. */
const SHARED = 0.6;
export const APART = 8;

/** Boxes that are so alike, the smaller as a share of the larger, may be further apart: a share of their height. */
const ALIKE = 0.75;
const APART_ALIKE = 0.4;

/** @param {Box} a @param {Box} b */
export function areInRow(a, b) {
  const isAlike = [a.width / b.width, a.height / b.height].every((times) => Math.min(times, 1 / times) >= ALIKE);
  return areNextTo(a, b, isAlike ? Math.max(APART, APART_ALIKE * Math.min(a.height, b.height)) : APART);
}

/** @param {Box} a @param {Box} b */
export const areInColumn = (a, b) => areNextTo(turned(a), turned(b), APART);

/** @param {Box} a @param {Box} b @param {number} most from one to the other */
function areNextTo(a, b, most) {
  const gap = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return gap <= most && gap > -APART && shared >= SHARED * Math.max(a.height, b.height);
}

/** @param {Box} box @returns {Box} */
export const turned = ({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width });

/**
 * Which row each is in. Rows may climb or fall a little, as beside each other their cells do.
 *
 * @param {Box[]} boxes
 * @returns {number[]} from 0
 */
export function placesOf(boxes) {
  const slope = slopeOf(boxes);
  const levels = boxes.map(({ x, y, width, height }) => y + height / 2 - slope * (x + width / 2));
  const near = median(boxes.map(({ height }) => height)) / 2;
  const order = levels.map((_, index) => index).sort((a, b) => levels[a] - levels[b]);
  const places = new Array(boxes.length);
  let [place, start] = [0, levels[order[0]]];
  for (const index of order) {
    if (levels[index] - start > near) {
      place++;
      start = levels[index];
    }
    places[index] = place;
  }
  return places;
}

/** @param {Box[]} boxes @returns {number} how much rows go down, to the right */
function slopeOf(boxes) {
  let [across, down] = [0, 0];
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      if (!areInRow(a, b)) continue;
      across += Math.abs(b.x + b.width / 2 - a.x - a.width / 2);
      down += (b.y + b.height / 2 - a.y - a.height / 2) * Math.sign(b.x - a.x);
    }
  });
  return across > 0 ? down / across : 0;
}
