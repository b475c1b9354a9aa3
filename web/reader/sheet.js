import { findCells } from './image/cells.js';
import { takeWritten } from './image/combs.js';
import { findComponents } from './image/components.js';
import { takeFrames } from './image/frames.js';
import { heightOfWriting } from './image/height-of-writing.js';
import { layOut } from './image/layout.js';
import { resize } from './image/resize.js';
import { settle } from './image/settle.js';
import { penInk } from './image/pen-ink.js';
import { reduce } from './image/planes.js';
import { tellByColor } from './image/tell-by-color.js';
import { tiltOf } from './image/tilt.js';
import { turn } from './image/turn.js';

/**
 * @typedef {import('./image/file/decode.js').Picture} Picture
 * @typedef {import('./image/layout.js').Layout} Layout
 * @typedef {import('./ink/rasterize.js').Box} Box
 * @typedef {import('./network/labeler.js').Labels} Labels
 * @typedef {Layout & {
 *   print: Box[],
 *   printed: () => Layout,
 *   labels: Labels,
 *   turned: number,
 *   place: (box: Box) => Box,
 * }} Sheet what is written where, and where print is, which `printed` lays out as if it were written; `turned`: degrees that the picture was turned, clockwise, without
 *   its tilt; `place`: from its pixels to the whole picture's
 */

/**
 * What is on a sheet, once it lies level.
 *
 * @param {Picture} picture
 * @param {(picture: Picture) => Labels} label
 * @param {number} [turned] degrees that it is turned first, clockwise
 * @returns {Sheet}
 */
export function seeSheet(picture, label, turned = 0) {
  const steps = [placeIn(picture)];
  let seen = picture;
  const go = (/** @type {number} */ degrees) => {
    const { picture: next, toSource } = turn(seen, degrees);
    steps.unshift(toSource);
    seen = next;
  };
  if (turned) go(turned);
  const look = (looked = seen) => {
    const labels = label(looked);
    takeFrames(labels);
    return labels;
  };
  /** @param {number} factor */
  const grow = (factor) => {
    if (factor === 1) return;
    seen = resize(seen, factor);
    steps.unshift(resized(factor));
  };
  const whole = seen;
  grow(shrinking(seen, label));
  let labels = look();
  if (seen !== whole && 2 * heightOfWriting(labels) < HEIGHTS.least) {
    // What seemed large was rules and writing that hang together, at a third of the size.
    seen = whole;
    steps.shift();
    labels = look();
  }
  const level = (/** @type {number} */ tilt) => {
    if (Math.abs(tilt) < LEAST_TILT) return false;
    go(-tilt);
    return true;
  };
  const factor = enlarging(2 * heightOfWriting(labels), seen);
  const tilt = tiltOf(labels);
  grow(factor);
  if (level(tilt) || factor !== 1) labels = look();
  // Of small writing more is seen now.
  if (factor !== 1 && level(tiltOf(labels))) labels = look();
  addTurned(labels, look(turn(seen, 180).picture));
  tellByColor(labels, seen);
  settle(labels);
  const place = (/** @type {Box} */ box) => steps.reduce((known, step) => step(known), box);
  const cells = findCells(labels);
  takeWritten(labels, cells);
  const ofPrint = { ...labels, pen: labels.print, print: labels.pen };
  const printed = () => layOut(penInk(seen, ofPrint), cells);
  return { ...layOut(penInk(seen, labels), cells), print: printIn(labels), printed, labels, turned, place };
}

/**
 * Makes labels the mean of what the network says of a picture, and of the same picture upside down, where it is wrong in
 * other places: of real pictures moved a little some four of a hundred more are read without a mistake.
 *
 * @param {Labels} labels altered
 * @param {Labels} turned of the picture upside down
 */
function addTurned(labels, turned) {
  for (let at = 0, other = turned.pen.length - 1; other >= 0; at++, other--) {
    if (labels.pen[at] < NO_PEN && turned.pen[other] > labels.pen[at]) continue;
    for (const kind of KINDS) labels[kind][at] = (labels[kind][at] + turned[kind][other]) / 2;
  }
}

/** Where a pen is less likely than this, it stays so: the edge of a shadow is one to the network, seen upside down. */
const NO_PEN = 0.01;

/** All but paper. */
const KINDS = /** @type {const} */ (['pen', 'print', 'rule', 'other']);

/** Writing less high than the first, or higher than the last, is brought to such a height: in pixels of the picture. */
const HEIGHTS = { least: 40, small: 54, large: 110, most: 190 };

/** By so much at most; pictures do not get larger than so many pixels. */
const MOST_FACTOR = 2.2;
const MOST_PIXELS = 2.2e6;

/** Large writing is seen in a picture that is so much smaller: strokes that are too wide for the labels are not, there. */
const GLANCE = 1 / 3;

/**
 * By what a picture is reduced for writing that is large in it.
 *
 * @param {Picture} picture
 * @param {(picture: Picture) => Labels} label
 */
function shrinking(picture, label) {
  const labels = label(resize(picture, GLANCE));
  takeFrames(labels);
  const high = (2 * heightOfWriting(labels)) / GLANCE;
  return high > HEIGHTS.most ? HEIGHTS.large / high : 1;
}

/**
 * By what a picture is enlarged: small writing has fewer pixels than labels need.
 *
 * @param {number} high what is written, in pixels of the picture; 0 of nothing
 * @param {{ width: number, height: number }} size
 */
function enlarging(high, { width, height }) {
  if (high === 0 || high >= HEIGHTS.least) return 1;
  const factor = Math.min(MOST_FACTOR, HEIGHTS.small / high, Math.sqrt(MOST_PIXELS / width / height));
  return factor > 1 / LEAST_CHANGE ? factor : 1;
}

/** What changes less is not worth another look. */
const LEAST_CHANGE = 0.85;

/** @param {number} factor @returns {(box: Box) => Box} from the pixels of a resized picture to those before */
const resized =
  (factor) =>
  ({ x, y, width, height }) => ({ x: x / factor, y: y / factor, width: width / factor, height: height / factor });

/** What is nearly level is read as it is, tables too: of real pictures turned by 2 degrees more are exact so. */
const LEAST_TILT = 2.6;

/** Print is told in blocks of so many pixels of the labels, of which it is at least such a share, and so many together. */
const BLOCK = 6;
const SHARE = 0.15;
const FEWEST = 2;

/** Where print is, words that are near each other together. @param {Labels} labels @returns {Box[]} */
function printIn({ print, width, height }) {
  const blocks = reduce({ data: print.map((value) => Number(value > 0.5)), width, height }, BLOCK);
  const { components } = findComponents({ ...blocks, data: blocks.data.map((share) => Number(share > SHARE)) });
  const size = 2 * BLOCK;
  return components
    .filter(({ area }) => area >= FEWEST)
    .map(({ box }) => ({ x: size * box.x, y: size * box.y, width: size * box.width, height: size * box.height }));
}

/** From pixels of what is worked on to the whole picture's. @param {Picture} picture @returns {(box: Box) => Box} */
const placeIn =
  ({ scale, x = 0, y = 0 }) =>
  (box) => ({ x: x + box.x / scale, y: y + box.y / scale, width: box.width / scale, height: box.height / scale });
