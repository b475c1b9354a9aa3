import { PIXELS, rasterize } from '../reader/ink/rasterize.js';

/**
 * @import { Box, Point, Stroke } from '../reader/ink/rasterize.js'
 * @import { Part } from './reading/shown-reading.js'
 */

/** A point this far beside a box, in sizes of it, is still in it: boxes may have been rounded. */
const BESIDE = 0.01;

/** A piece that another digit's stroke leaves in this one is shorter than this, in sizes of it. */
const LEAST_PIECE = 0.3;

/** The ink that two images of a digit share, where a stroke that goes through several digits is cut at another point. */
const LEAST_SAME = 0.85;

/**
 * The strokes of each digit. A stroke that lies in a digit's box is its own, in the smallest of several; of one that
 * goes through several digits, each has the piece that lies in its box.
 *
 * @param {ReadonlyArray<Stroke>} strokes
 * @param {ReadonlyArray<Box>} boxes
 * @returns {Stroke[][]} for each box
 */
export function strokesIn(strokes, boxes) {
  /** @type {Stroke[][]} */
  const found = boxes.map(() => []);
  for (const stroke of strokes.map((each) => each.filter(isPlace))) {
    if (!stroke.length) continue;
    const around = boxes.flatMap((box, index) => (stroke.every((point) => isIn(point, box)) ? [index] : []));
    if (around.length) {
      const smallest = around.reduce((best, index) => (area(boxes[index]) < area(boxes[best]) ? index : best));
      found[smallest].push(stroke);
    } else boxes.forEach((box, index) => found[index].push(...piecesIn(stroke, box)));
  }
  return found;
}

/**
 * The strokes of each part of a reading. Boxes alone may tell wrong, and a digit with its neighbor's bar must not be learned from:
 * the strokes that are found have to give the image that the network saw.
 *
 * @param {ReadonlyArray<Stroke>} ink
 * @param {ReadonlyArray<Part>} parts of a reading of it
 * @returns {(Stroke[] | null)[]} for each part; null where it is not known
 */
export function ownStrokes(ink, parts) {
  // Separators and what was deleted too: their strokes are no one else's.
  const boxed = parts.flatMap((part) => (part.box ? [{ part, box: part.box }] : []));
  const found = strokesIn(
    ink,
    boxed.map(({ box }) => box),
  );
  const own = new Map(boxed.map(({ part }, index) => [part, found[index]]));
  return parts.map((part) => {
    const strokes = own.get(part) ?? [];
    if (!part.image || strokes.length === 0) return null;
    return sameness(rasterize(strokes), part.image) >= LEAST_SAME ? strokes : null;
  });
}

/**
 * @param {ReadonlyArray<{ strokes: ReadonlyArray<Stroke>, image?: ArrayLike<number> }>} digits image: as the network saw it, where it did
 * @returns {Float32Array} n * 784
 */
export function imagesOf(digits) {
  const images = new Float32Array(digits.length * PIXELS);
  digits.forEach(({ image, strokes }, index) => images.set(image ?? rasterize(strokes), index * PIXELS));
  return images;
}

/**
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 * @returns {number} the ink of both as a share of the ink of either
 */
function sameness(one, other) {
  let [both, either] = [0, 0];
  for (let index = 0; index < one.length; index++) {
    both += Math.min(one[index], other[index]);
    either += Math.max(one[index], other[index]);
  }
  return either > 0 ? both / either : 0;
}

/**
 * The pen's speed while it was down.
 *
 * @param {ReadonlyArray<Stroke>} strokes with the time of each point, in milliseconds
 * @param {number} size of the digits that they are, in the strokes' own units
 * @returns {number | null} sizes a second; null where times are missing or tell nothing
 */
export function speedOf(strokes, size) {
  let [length, time] = [0, 0];
  for (const stroke of strokes) {
    for (let index = 1; index < stroke.length; index++) {
      const passed = Number(stroke[index].t) - Number(stroke[index - 1].t);
      if (!(passed >= 0)) return null;
      time += passed;
    }
    length += lengthOf(stroke);
  }
  return time > 0 && size > 0 ? (1000 * length) / time / size : null;
}

/** @param {Stroke} stroke @param {Box} box */
function piecesIn(stroke, box) {
  /** @type {Point[][]} */
  const pieces = [[]];
  for (const point of stroke) {
    if (isIn(point, box)) pieces[pieces.length - 1].push(point);
    else if (pieces[pieces.length - 1].length) pieces.push([]);
  }
  return pieces.filter((piece) => lengthOf(piece) >= LEAST_PIECE * Math.max(box.width, box.height) && piece.length > 1);
}

/** @param {Stroke} stroke */
function lengthOf(stroke) {
  let length = 0;
  for (let index = 1; index < stroke.length; index++) {
    length += Math.hypot(stroke[index].x - stroke[index - 1].x, stroke[index].y - stroke[index - 1].y);
  }
  return length;
}

/** @param {Point} point */
const isPlace = ({ x, y }) => Number.isFinite(x) && Number.isFinite(y);

/** @param {Point} point @param {Box} box */
function isIn({ x, y }, box) {
  const beside = BESIDE * Math.max(box.width, box.height);
  return (
    x >= box.x - beside && x <= box.x + box.width + beside && y >= box.y - beside && y <= box.y + box.height + beside
  );
}

/** @param {Box} box */
const area = ({ width, height }) => width * height;
