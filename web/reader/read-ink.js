import { propose } from './ink/propose.js';
import { inkBox, PIXELS } from './ink/rasterize.js';
import { preferDecimal } from './ink/separators.js';
import { findStrays } from './ink/strays.js';
import { CLASSES } from './network/classes.js';
import { toReading } from './reading.js';
import { once } from './lazy.js';
import { search } from './lines/search.js';

/**
 * @typedef {import('./reading.js').Line} Line
 * @typedef {import('./lines/search.js').Lattice} Lattice
 * @typedef {import('./ink/rasterize.js').Box} Box
 */

/**
 * Read drawn ink: what is written is told from stray marks, what may be digits is proposed, classified all at once, and searched.
 *
 * @param {ReadonlyArray<import('./ink/rasterize.js').Stroke>} ink
 * @param {(images: Float32Array) => Float32Array} classify n * 784 to n * 11
 * @param {{ masks?: ReadonlyArray<string>, decimal?: '.' | ',' }} [options]
 * @returns {import('./reading.js').Reading} without numbers for ink without a point
 */
export function readInk(ink, classify, { masks, decimal } = {}) {
  const strays = findStrays(ink);
  const lattices = propose(ink.filter((stroke) => !strays.has(stroke)));
  const segments = lattices.flatMap((lattice) => lattice.segments);
  for (const segment of segments) segment.signs = preferDecimal(segment.signs, decimal);
  const images = new Float32Array(segments.length * PIXELS);
  segments.forEach(({ image }, index) => images.set(image, index * PIXELS));
  const probabilities = classify(images);
  let row = 0;
  const lines = lattices.map((lattice) => {
    const start = row;
    row += lattice.segments.length;
    return toLatticeLine(lattice, probabilities.subarray(start * CLASSES, row * CLASSES));
  });
  const skipped = [...strays].map((stroke) => ({ box: /** @type {Box} */ (inkBox([stroke])) }));
  return { ...toReading(lines, { masks }), skipped };
}

/**
 * A line of drawn ink: what was proposed, and what the network says to it.
 *
 * @param {Lattice} lattice
 * @param {Float32Array} probabilities of each segment in turn, 11 each
 * @returns {Line}
 */
export function toLatticeLine(lattice, probabilities) {
  const free = once(() => search(lattice, probabilities));
  return {
    read(mask = null) {
      const found = mask === null ? free() : search(lattice, probabilities, mask);
      if (!found) return null;
      const parts = found.path.parts.map(({ segment, text, confidence }) => {
        const { box, image } = lattice.segments[segment];
        return { text, confidence, box, image, probabilities: Array.from(rowOf(probabilities, segment)) };
      });
      const alternatives = found.others.map(({ text, confidence }) => ({ text, confidence }));
      return { text: found.path.text, parts, confidence: found.path.confidence, alternatives };
    },
    between(from, to) {
      const parts = free()?.path.parts ?? [];
      const [first, last] = [parts[from], parts[to - 1]].map(({ segment }) => lattice.segments[segment]);
      return atomsBetween(lattice, probabilities, first.from, last.to);
    },
  };
}

/**
 * @param {Lattice} lattice
 * @param {Float32Array} probabilities
 * @param {number} from
 * @param {number} to not included
 */
function atomsBetween(lattice, probabilities, from, to) {
  const inside = lattice.segments.flatMap((segment, index) =>
    segment.from >= from && segment.to <= to ? [index] : [],
  );
  const rows = new Float32Array(inside.length * CLASSES);
  inside.forEach((index, row) => rows.set(rowOf(probabilities, index), row * CLASSES));
  const segments = inside.map((index) => {
    const segment = lattice.segments[index];
    return { ...segment, from: segment.from - from, to: segment.to - from };
  });
  return toLatticeLine({ ...lattice, atoms: lattice.atoms.slice(from, to), segments }, rows);
}

/** @param {Float32Array} probabilities @param {number} index */
const rowOf = (probabilities, index) => probabilities.subarray(index * CLASSES, (index + 1) * CLASSES);
