import { addLogs } from '../math.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{
 *   from: number,
 *   to: number,
 *   box: Box,
 *   ink: ReadonlyArray<import('../ink/rasterize.js').Stroke>,
 *   image: Float32Array,
 *   features: ReadonlyArray<number>,
 * }} Segment atoms `from` to `to` (not included) as one digit or sign: their strokes, their 28 x 28 image, and their
 *   geometry as `featuresOf` gives it
 * @typedef {{ text: string, probability: number }} Label
 * @typedef {{ weight: number, labels: ReadonlyArray<Label> }} Value `weight`, in nats, is how well a segment is a digit or
 *   sign at all; `labels` which, together 1
 * @typedef {{ atoms: ReadonlyArray<Box>, segments: ReadonlyArray<Segment> }} Lattice a line of ink: atoms are pieces that
 *   no digit shares, from left to right; segments are all that is considered
 * @typedef {{ segment: number, text: string, confidence: number }} Part a chosen segment, by its index, and what it
 *   reads as: a digit, a separator, or '?'
 * @typedef {{ parts: Part[], text: string, confidence: number }} Path
 * @typedef {{ path: Path, others: Path[] }} Found
 */

export const UNKNOWN_TEXT = '?';

/** Paths kept at each place: more than are shown, since paths that differ in little crowd out the others. */
const KEPT = 12;

/** A mask's own sign, where the ink's shape does not say so, or where there is no ink at all (both as probabilities). */
const UNCLEAR_SIGN = 0.2;
const ABSENT_SIGN = 0.02;

/**
 * The best ways to read a line: each atom belongs to one segment, and each segment reads as one digit or sign.
 * Dynamic programming from left to right (as in Casey and Lecolinet, "A survey of methods and strategies in character
 * segmentation", 1996); how sure each part is follows from all paths together (the forward-backward algorithm).
 *
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Value>} values of each segment in turn
 * @param {string | null} [mask] what the text has to look like: '#' a digit, anything else itself
 * @returns {Found | null} `path` is the best; `others` have other texts, best first; null where no path goes through
 */
export function search(lattice, values, mask = null) {
  const ends = follow(lattice, values, mask);
  if (!ends.length) return null;
  const share = shareOfPaths(lattice, values);
  const paths = ends.map(({ steps, text }) => {
    const parts = steps.map(({ segment, label }) => ({
      segment,
      text: label.text,
      confidence: share.of(segment) * label.probability,
    }));
    const weight = steps.reduce((sum, { segment }) => sum + values[segment].weight, 0);
    const confidence = steps.reduce((product, { label }) => product * label.probability, share.ofPath(weight));
    return { parts, text, confidence };
  });
  return { path: paths[0], others: paths.slice(1) };
}

/**
 * @typedef {{ segment: number, label: Label }} Step
 * @typedef {{ score: number, text: string, steps: Step[] }} Hypothesis
 */

/**
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Value>} values
 * @param {string | null} mask
 * @returns {Hypothesis[]} of the whole line, best first, no text twice
 */
function follow({ atoms, segments }, values, mask) {
  // By atom, then by how much of the mask is filled.
  const length = mask === null ? 0 : mask.length;
  const places = Array.from({ length: atoms.length + 1 }, () =>
    Array.from({ length: length + 1 }, () => /** @type {Map<string, Hypothesis>} */ (new Map())),
  );
  places[0][0].set('', { score: 0, text: '', steps: [] });
  const bySource = groupByFrom(segments, atoms.length);
  for (let atom = 0; atom <= atoms.length; atom++) {
    for (let filled = 0; filled <= length; filled++) {
      const here = best(places[atom][filled]);
      const sign = mask?.[filled];
      if (sign && sign !== '#') {
        for (const path of here) keep(places[atom][filled + 1], path, { text: sign, score: Math.log(ABSENT_SIGN) });
      }
      for (const segment of bySource[atom] ?? []) {
        const { weight, labels } = values[segment];
        for (const label of mask === null ? labels : fitting(labels, sign)) {
          const next = places[segments[segment].to][mask === null ? 0 : filled + 1];
          const score = weight + Math.log(label.probability);
          for (const path of here) keep(next, path, { text: label.text, score, step: { segment, label } });
        }
      }
    }
  }
  return best(places[atoms.length][length]);
}

/**
 * @param {ReadonlyArray<Label>} labels
 * @param {string | undefined} wanted by the mask; nothing at its end
 * @returns {ReadonlyArray<Label>}
 */
function fitting(labels, wanted) {
  if (!wanted) return [];
  if (wanted === '#') return labels.filter(({ text }) => text >= '0' && text <= '9');
  const seen = labels.find(({ text }) => text === wanted)?.probability ?? 0;
  const unknown = labels.find(({ text }) => text === UNKNOWN_TEXT)?.probability ?? 0;
  const probability = Math.max(seen, UNCLEAR_SIGN * unknown);
  return probability > 0 ? [{ text: wanted, probability }] : [];
}

/**
 * @param {Map<string, Hypothesis>} paths by text
 * @param {Hypothesis} path that goes on
 * @param {{ text: string, score: number, step?: Step }} next
 */
function keep(paths, path, next) {
  const text = path.text + next.text;
  const score = path.score + next.score;
  const known = paths.get(text);
  if (known && known.score >= score) return;
  paths.set(text, { score, text, steps: next.step ? [...path.steps, next.step] : path.steps });
}

/** @param {Map<string, Hypothesis>} paths */
const best = (paths) => [...paths.values()].sort((a, b) => b.score - a.score).slice(0, KEPT);

/**
 * @param {ReadonlyArray<Segment>} segments
 * @param {number} atoms
 */
function groupByFrom(segments, atoms) {
  const groups = Array.from({ length: atoms }, () => /** @type {number[]} */ ([]));
  segments.forEach(({ from }, index) => groups[from].push(index));
  return groups;
}

/**
 * Finds how much of all paths' weight goes through each segment.
 *
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Value>} values
 */
function shareOfPaths({ atoms, segments }, values) {
  const before = new Float64Array(atoms.length + 1).fill(-Infinity);
  const after = new Float64Array(atoms.length + 1).fill(-Infinity);
  before[0] = after[atoms.length] = 0;
  const order = segments.map((_, index) => index);
  for (const index of order.sort((a, b) => segments[a].from - segments[b].from)) {
    const { from, to } = segments[index];
    before[to] = addLogs(before[to], before[from] + values[index].weight);
  }
  for (const index of order.sort((a, b) => segments[b].to - segments[a].to)) {
    const { from, to } = segments[index];
    after[from] = addLogs(after[from], after[to] + values[index].weight);
  }
  const total = before[atoms.length];
  return {
    /** @param {number} weight of a whole path */
    ofPath: (weight) => Math.exp(weight - total),
    /** @param {number} index of a segment */
    of: (index) => Math.exp(before[segments[index].from] + values[index].weight + after[segments[index].to] - total),
  };
}
