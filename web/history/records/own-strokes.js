import { strokesIn } from '../../shared/pen-strokes.js';
import { rasterize } from '../../reader/ink/rasterize.js';

/**
 * @import { Part } from '../../shared/reading/shown-reading.js'
 * @import { Ink, Stroke } from '../../shared/strokes.js'
 */

/** What is left of a pixel's difference where a stroke that goes through several digits is cut at another point. */
const LEAST_SAME = 0.85;

/**
 * Which strokes make up each digit. Boxes alone may tell wrong, and a digit with its neighbor's bar must not be learned
 * from: what is found has to give the image that the network saw.
 *
 * @param {Ink} ink
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
