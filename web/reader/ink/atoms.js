import { cutsOf, mayHoldSeveral, refine } from './cuts.js';
import { edgesOf } from '../boxes.js';

/**
 * @import { Stroke } from './rasterize.js'
 * @import { Edges } from '../boxes.js'
 * @typedef {{
 *   stroke: Stroke,
 *   first: number,
 *   last: number,
 *   edges: Edges,
 *   isBar: boolean,
 *   owner?: Atom,
 *   place: number,
 * }} Atom points `first` to `last` (included) of a stroke, most often all of it; `owner` is whose bar it is; `place` is
 *   where it stands along the line
 */

/** A bar is flat, lower than a digit and longer than a dot; lengths in heights of the line. */
const BAR = { flat: 0.35, height: 0.3, length: 0.15 };

/** In heights of the line: a bar that comes so near a stroke touches it. */
const TOUCHING = 0.12;

/** In lengths of the bar: how far from its beginning or its middle its owner touches it, and any other farther still. */
const DOUBT = 0.3;
const UNDECIDED = 0.12;

/** In heights of a stroke, from its top: a bar that only begins at it is a 5's, farther down it is a dash. */
const HIGH = 0.35;

/**
 * The pieces of a line that no digit shares: its strokes, and parts of a stroke that may run through several digits.
 *
 * @param {ReadonlyArray<Stroke>} strokes of one line
 * @param {number} height of the line
 * @returns {Atom[]} from left to right, in whichever order they were drawn
 */
export function toAtoms(strokes, height) {
  const atoms = strokes.flatMap((stroke) => piecesOf(stroke, height));
  const bodies = atoms.filter(({ isBar }) => !isBar);
  for (const bar of atoms.filter(({ isBar }) => isBar)) {
    const owner = ownerOf(bar, bodies, height);
    if (!owner) continue;
    bar.owner = owner;
    bar.place = owner.place + 0.001 * height;
  }
  return atoms.sort((a, b) => a.place - b.place);
}

/**
 * Finds the stroke that a bar belongs to: a 5's begins at its stroke and may reach over its neighbor, a 7's is crossed
 * in the middle.
 *
 * @param {Atom} bar
 * @param {Atom[]} bodies
 * @param {number} height
 * @returns {Atom | undefined} nothing where several would do, or none
 */
function ownerOf(bar, bodies, height) {
  const { left, right } = bar.edges;
  const touched = bodies
    .flatMap((body) => {
      const x = touchedAt(bar, body, TOUCHING * height);
      if (x === null) return [];
      const along = (x - left) / (right - left);
      const isHigh = bar.edges.bottom < body.edges.top + HIGH * (body.edges.bottom - body.edges.top);
      const doubt = Math.min(isHigh ? along : Infinity, Math.abs(along - 0.5));
      return doubt < DOUBT ? [{ body, doubt }] : [];
    })
    .sort((a, b) => a.doubt - b.doubt);
  return touched.length > 1 && touched[1].doubt - touched[0].doubt < UNDECIDED ? undefined : touched[0]?.body;
}

/**
 * @param {Atom} bar
 * @param {Atom} body
 * @param {number} distance
 * @returns {number | null} where on the bar they come closest
 */
function touchedAt(bar, body, distance) {
  let [least, at] = [distance, /** @type {number | null} */ (null)];
  const { left, right, top, bottom } = bar.edges;
  const isNear = (/** @type {{ x: number, y: number }} */ { x, y }) =>
    x > left - distance && x < right + distance && y > top - distance && y < bottom + distance;
  // Most strokes are far away, and this runs at every move of the pen.
  if (body.edges.left > right + distance || body.edges.right < left - distance) return null;
  const near = refine(pointsOf(body), 2 * distance).filter(isNear);
  if (!near.length) return null;
  for (const { x, y } of refine(pointsOf(bar), 2 * distance)) {
    for (const point of near) {
      const apart = Math.hypot(x - point.x, y - point.y);
      if (apart < least) [least, at] = [apart, x];
    }
  }
  return at;
}

/** @param {Atom} atom @returns {Stroke} */
export const pointsOf = ({ stroke, first, last }) => stroke.slice(first, last + 1);

/**
 * @param {Stroke} stroke
 * @param {number} height
 * @returns {Atom[]}
 */
function piecesOf(stroke, height) {
  if (!mayHoldSeveral(stroke, height)) return [toAtom(stroke, 0, stroke.length - 1, height)];
  const [start, end] = [stroke[0], stroke[stroke.length - 1]];
  const refined = refine(end.x >= start.x ? stroke : stroke.toReversed(), height);
  const cuts = cutsOf(refined, height);
  if (!cuts.length) return [toAtom(stroke, 0, stroke.length - 1, height)];
  const firsts = [0, ...cuts.map((cut) => cut.start)];
  const lasts = [...cuts.map((cut) => cut.end), refined.length - 1];
  return firsts.map((first, index) => toAtom(refined, first, lasts[index], height));
}

/**
 * @param {Stroke} stroke
 * @param {number} first
 * @param {number} last
 * @param {number} height
 * @returns {Atom}
 */
function toAtom(stroke, first, last, height) {
  const edges = edgesOf(stroke.slice(first, last + 1));
  const [across, down] = [edges.right - edges.left, edges.bottom - edges.top];
  const isBar = down < BAR.flat * across && down < BAR.height * height && across > BAR.length * height;
  return { stroke, first, last, edges, isBar, place: (edges.left + edges.right) / 2 };
}
