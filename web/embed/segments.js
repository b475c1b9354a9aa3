/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ strokeIndex: number, beginPointIndex: number, endPointIndex: number }} Part of a stroke; the end is not included
 */

/** Of a stroke's points: where so many belong to one sign, all do. Only a stroke that writes several signs is parted. */
const MOST = 0.8;

/**
 * Which ink each sign is written with. Readings tell where signs are; a point belongs to the one whose box it lies in, or
 * next to.
 *
 * @param {ReadonlyArray<Box>} boxes one at least
 * @param {ReadonlyArray<ReadonlyArray<{ x: number, y: number }>>} ink
 * @returns {Part[][]} for each box, as the strokes follow each other
 */
export function pointsOf(boxes, ink) {
  /** @type {Part[][]} */
  const parts = boxes.map(() => []);
  ink.forEach((stroke, strokeIndex) => {
    const owners = ownersOf(boxes, stroke);
    let begin = 0;
    owners.forEach((owner, point) => {
      if (owner === owners[point + 1]) return;
      parts[owner].push({ strokeIndex, beginPointIndex: begin, endPointIndex: point + 1 });
      begin = point + 1;
    });
  });
  return parts;
}

/** @param {ReadonlyArray<Box>} boxes @param {ReadonlyArray<{ x: number, y: number }>} stroke @returns {number[]} a box for each point */
function ownersOf(boxes, stroke) {
  const owners = stroke.map((point) => nearest(boxes, point));
  const counts = boxes.map((_, box) => owners.filter((owner) => owner === box).length);
  const most = Math.max(...counts);
  return most >= MOST * stroke.length ? owners.fill(counts.indexOf(most)) : owners;
}

/** @param {ReadonlyArray<Box>} boxes @param {{ x: number, y: number }} point */
function nearest(boxes, { x, y }) {
  // Of boxes that overlap, the one in whose middle the point lies more.
  const distances = boxes.map((box) => {
    const outside = Math.hypot(beyond(x, box.x, box.width), beyond(y, box.y, box.height));
    const fromMiddle = Math.hypot(offMiddle(x, box.x, box.width), offMiddle(y, box.y, box.height));
    return /** @type {const} */ ([outside, fromMiddle]);
  });
  return distances.reduce((best, [outside, inside], box) => {
    const [least, middle] = distances[best];
    return outside < least || (outside === least && inside < middle) ? box : best;
  }, 0);
}

/** @param {number} at @param {number} from @param {number} length */
const beyond = (at, from, length) => Math.max(from - at, at - from - length, 0);

/** @param {number} at @param {number} from @param {number} length */
const offMiddle = (at, from, length) => (at - from - length / 2) / Math.max(length, 1e-9);
