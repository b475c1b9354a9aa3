import { aroundPoints } from '../../reader/boxes.js';
import { between, cornersOf, seen } from '../../reader/alignment/homography.js';
import { areaInPixels, areaInShares, WHOLE } from './area.js';
import { turnedArea, turnedBack } from './turned.js';

/**
 * What of a picture is looked at: a rectangle, or a part that is seen aslant, by its four corners.
 *
 * @import { Area, Point, Size } from './area.js'
 * @typedef {Area & { corners?: ReadonlyArray<Point> }} Crop in pixels of the picture as it was given; corners: clockwise from
 *   its left top, of a part that is seen aslant, around which the area is
 * @typedef {ReadonlyArray<Point>} Corners four, clockwise from the left top, in shares of the picture as it is shown
 */

const UNIT = { width: 1, height: 1 };

/** The least that a corner may be bent, as the sine of its angle's turn: what is flatter has no inside to speak of. */
const LEAST_BEND = 0.1;

/** @param {Area} area @returns {Corners} */
export const cornersOfArea = (area) => cornersOf(area).map(({ x, y }) => ({ x: x + area.x, y: y + area.y }));

/** @param {Corners} corners @returns {boolean} whether they go round once, clockwise, with an inside */
export function isConvex(corners) {
  return corners.every((corner, at) => {
    const [next, last] = [corners[(at + 1) % 4], corners[(at + 2) % 4]];
    const [one, other] = [
      { x: next.x - corner.x, y: next.y - corner.y },
      { x: last.x - next.x, y: last.y - next.y },
    ];
    const lengths = Math.hypot(one.x, one.y) * Math.hypot(other.x, other.y);
    return lengths > 0 && (one.x * other.y - one.y * other.x) / lengths > LEAST_BEND;
  });
}

/**
 * @param {{ area: Area, corners: Corners | null }} shown in shares of the picture as it is shown; corners: null of a rectangle
 * @param {Size} size of the picture as it was given
 * @param {number} turned degrees by which it is shown turned, clockwise
 * @returns {Crop | null} null for all of the picture
 */
export function cropFrom({ area, corners }, size, turned) {
  const back = (/** @type {Area} */ each) => turnedArea(each, turnedBack(turned));
  if (!corners) return areaInPixels(back(area), size);
  const points = corners.map((corner) => back({ ...corner, width: 0, height: 0 }));
  const placed = points.map(({ x, y }) => ({ x: Math.round(x * size.width), y: Math.round(y * size.height) }));
  const ordered = placed.map((_, at) => placed[(at + turned / 90) % 4]);
  return { ...aroundPoints(ordered), corners: ordered };
}

/**
 * @param {Crop | null} crop
 * @param {Size} size of the picture as it was given
 * @param {number} turned degrees by which it is shown turned, clockwise
 * @returns {{ area: Area, corners: Corners | null }} in shares of the picture as it is shown
 */
export function shownCrop(crop, size, turned) {
  const area = crop ? turnedArea(areaInShares(crop, size), turned) : WHOLE;
  if (!crop?.corners) return { area, corners: null };
  const points = crop.corners.map(({ x, y }) =>
    turnedArea({ x: x / size.width, y: y / size.height, width: 0, height: 0 }, turned),
  );
  return { area, corners: points.map((_, at) => points[(at + 4 - turned / 90) % 4]).map(({ x, y }) => ({ x, y })) };
}

/**
 * How a crop is shown by itself, enlarged and flat.
 *
 * @param {{ area: Area, corners: Corners | null }} shown
 */
export function enlarging({ area, corners }) {
  const [from, to] = [corners ?? cornersOfArea(area), cornersOf(UNIT)];
  const [view, back] = [between(from, to), between(to, from)];
  return {
    view,
    /** @param {Area} box in shares of the whole picture @returns {Area} in shares of what is shown */
    place: (box) => boxThrough(box, view, back),
  };
}

/**
 * What lies level in what is shown has a box in the picture that is around it, aslant, and larger: what fits into that one is
 * the box again.
 *
 * @param {Area} box
 * @param {import('../../reader/alignment/homography.js').Homography} view
 * @param {typeof view} back
 * @returns {Area}
 */
function boxThrough(box, view, back) {
  const middle = seen(view, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const [right, low] = [stepOf(back, middle, { x: 1, y: 0 }), stepOf(back, middle, { x: 0, y: 1 })];
  const whole = right.x * low.y - low.x * right.y;
  const width = (box.width * low.y - box.height * low.x) / whole;
  const height = (box.height * right.x - box.width * right.y) / whole;
  // One that fits in no such way was not made so.
  if (!(width >= 0 && height >= 0)) return aroundPoints(cornersOfArea(box).map((corner) => seen(view, corner)));
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

const STEP = 1e-4;

/**
 * @param {import('../../reader/alignment/homography.js').Homography} view
 * @param {Point} from
 * @param {Point} along
 * @returns {Point} how far, in either direction, the view of a step goes, in steps
 */
function stepOf(view, { x, y }, along) {
  const [one, other] = [seen(view, { x, y }), seen(view, { x: x + STEP * along.x, y: y + STEP * along.y })];
  return { x: Math.abs(other.x - one.x) / STEP, y: Math.abs(other.y - one.y) / STEP };
}

/**
 * @param {{ area: Area, corners: Corners | null }} shown
 * @param {Size} size of the picture as it is shown
 * @returns {number} width by height of what is shown of it
 */
export function ratioOf({ area, corners }, { width, height }) {
  const points = (corners ?? cornersOfArea(area)).map(({ x, y }) => ({ x: x * width, y: y * height }));
  const [top, right, bottom, left] = points.map((point, at) => {
    const next = points[(at + 1) % 4];
    return Math.hypot(next.x - point.x, next.y - point.y);
  });
  return (top + bottom) / (right + left);
}
