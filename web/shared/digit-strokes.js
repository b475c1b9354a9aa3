/** @import { Box, Point, Stroke } from '../reader/ink/rasterize.js' */

/** A point this far beside a box, in sizes of it, is still in it: boxes may have been rounded. */
const BESIDE = 0.01;

/** A piece that another digit's stroke leaves in this one is shorter than this, in sizes of it. */
const LEAST_PIECE = 0.3;

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
