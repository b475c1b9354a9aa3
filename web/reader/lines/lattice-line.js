import { once } from '../lazy.js';
import { CLASSES } from '../network/classes.js';
import { search } from './search.js';

/**
 * @typedef {import('../reading.js').Line} Line
 * @typedef {import('../reading.js').ReadLine} ReadLine
 * @typedef {import('./search.js').Lattice} Lattice
 */

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
