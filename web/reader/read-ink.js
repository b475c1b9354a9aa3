import { propose } from './ink/propose.js';
import { CLASSES, PIXELS } from './network/classes.js';
import { toLatticeLine } from './lines/lattice-line.js';
import { toReading } from './reading.js';

/**
 * Read drawn ink: what may be digits is proposed, classified all at once, and searched.
 *
 * @param {ReadonlyArray<import('./ink/rasterize.js').Stroke>} ink
 * @param {(images: Float32Array) => Float32Array} classify n * 784 to n * 11
 * @param {{ masks?: ReadonlyArray<string> }} [options]
 * @returns {import('./reading.js').Reading} without numbers for ink without a point
 */
export function readInk(ink, classify, { masks } = {}) {
  const lattices = propose(ink);
  const segments = lattices.flatMap((lattice) => lattice.segments);
  const images = new Float32Array(segments.length * PIXELS);
  segments.forEach(({ image }, index) => images.set(image, index * PIXELS));
  const probabilities = classify(images);
  let row = 0;
  const lines = lattices.map((lattice) => {
    const start = row;
    row += lattice.segments.length;
    return toLatticeLine(lattice, probabilities.subarray(start * CLASSES, row * CLASSES));
  });
  return toReading(lines, { masks });
}
