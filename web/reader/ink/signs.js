import { measureShape, signsOf } from './separators.js';
import { pointsOf } from './atoms.js';
import { edgesAround, thingsOf } from './edges.js';

/**
 * @import { Atom } from './atoms.js'
 * @import { Edges } from './edges.js'
 */

/** In heights of the line: what is lower does not tell where the digits beside a sign begin and end. */
const TALL = 0.5;

/** The strokes of a sign: a colon has two. */
const MOST_STROKES = 2;

/**
 * Which separator some atoms of a line could be.
 *
 * @param {ReadonlyArray<Atom>} atoms of the whole line
 * @param {number} from
 * @param {number} to not included
 * @param {number} height of the line
 * @returns {Record<string, number> | undefined} as `signsOf` gives them
 */
export function signsAt(atoms, from, to, height) {
  const inside = atoms.slice(from, to);
  if (inside.length > MOST_STROKES || inside.some(({ owner }) => owner)) return undefined;
  const others = atoms.filter((_, index) => index < from || index >= to);
  const { left, right } = edgesAround(inside.map(({ edges }) => edges));
  const x = (left + right) / 2;
  const digits = thingsOf(others.map(({ edges }) => edges)).filter(({ top, bottom }) => bottom - top > TALL * height);
  const beside = [digits.findLast((each) => middle(each) < x), digits.find((each) => middle(each) >= x)].flatMap(
    (each) => each ?? [],
  );
  if (!beside.length) return undefined;
  return signsOf(
    inside.map((atom) => measureShape(pointsOf(atom).flatMap((point) => [point.x, point.y]))),
    {
      top: mean(beside.map(({ top }) => top)),
      bottom: mean(beside.map(({ bottom }) => bottom)),
      before: others
        .filter(({ place }) => place < x)
        .reduce((most, { edges }) => Math.max(most ?? edges.right, edges.right), none),
      after: others
        .filter(({ place }) => place >= x)
        .reduce((least, { edges }) => Math.min(least ?? edges.left, edges.left), none),
    },
  );
}

const none = /** @type {number | null} */ (null);

/** @param {Edges} edges */
const middle = ({ left, right }) => (left + right) / 2;

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
