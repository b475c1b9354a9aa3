import { rasterize } from '../ink/rasterize.js';
import { Problem } from '../problem.js';

/** A sample's probability may differ so much from the card's: the same weights on other hardware stay within 0.002. */
const TOLERANCE = 0.02;

/**
 * Read a card's samples: warms the network up, and tells weights of the right length with wrong values, and a browser that
 * computes wrongly.
 *
 * @param {import('./model-files.js').Sample[]} samples
 * @param {(image: Float32Array) => Iterable<number>} read 28 x 28, 0..1, to probabilities as the card has them
 * @throws {Problem} if one of them is read otherwise
 */
export function readSamples(samples, read) {
  for (const { ink, probabilities } of samples) {
    const found = [...read(rasterize(ink.map((stroke) => stroke.map(([x, y]) => ({ x, y })))))];
    // Written so that NaN is refused too.
    if (!probabilities.every((share, at) => Math.abs(found[at] - share) <= TOLERANCE)) {
      throw new Problem('model-samples', 'The model does not read its own samples: try again later.');
    }
  }
}
