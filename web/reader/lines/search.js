import { addLogs } from '../math.js';
import { ANY_NOTATION, END, kindOf, UNKNOWN_TEXT } from './notation.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./notation.js').Notation} Notation
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

/** Paths kept at each place: more than are shown, since paths that differ in little crowd out the others. */
const KEPT = 12;

/** Contexts with less than this, of the weight of the best at the same place, are not followed: a logarithm. */
const LEAST_CONTEXT = -8;

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
 * @param {{ mask?: string | null, notation?: Notation }} [options] `mask`: what the text has to look like, '#' a digit,
 *   anything else itself; `notation`: how numbers are written, where no mask tells it
 * @returns {Found | null} `path` is the best; `others` have other texts, best first; null where no path goes through
 */
export function search(lattice, values, { mask = null, notation = ANY_NOTATION } = {}) {
  const ends = follow(lattice, values, mask, mask === null ? notation : ANY_NOTATION);
  if (!ends.length) return null;
  const share = shareOfPaths(lattice, values, notation);
  const paths = ends.map(({ steps, text }) => {
    const parts = steps.map(({ segment, label }) => ({
      segment,
      text: label.text,
      confidence: share.of(segment, label),
    }));
    return { parts, text, confidence: share.ofPath(steps) };
  });
  return { path: paths[0], others: paths.slice(1) };
}

/**
 * @typedef {{ segment: number, label: Label }} Step
 * @typedef {{ score: number, text: string, context: string, steps: Step[] }} Hypothesis
 */

/**
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Value>} values
 * @param {string | null} mask
 * @param {Notation} notation
 * @returns {Hypothesis[]} of the whole line, best first, no text twice
 */
function follow({ atoms, segments }, values, mask, notation) {
  const keep = keeper(notation);
  // By atom, then by how much of the mask is filled.
  const length = mask === null ? 0 : mask.length;
  const places = Array.from({ length: atoms.length + 1 }, () =>
    Array.from({ length: length + 1 }, () => /** @type {Map<string, Hypothesis>} */ (new Map())),
  );
  places[0][0].set('', { score: 0, text: '', context: notation.start, steps: [] });
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
  const ends = [...places[atoms.length][length].values()];
  return ends
    .map((path) => ({ ...path, score: path.score + notation.gain(END, path.context) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, KEPT);
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

/** @param {Notation} notation */
const keeper =
  (notation) =>
  /**
   * @param {Map<string, Hypothesis>} paths by text
   * @param {Hypothesis} path that goes on
   * @param {{ text: string, score: number, step?: Step }} next
   */
  (paths, path, next) => {
    const text = path.text + next.text;
    const kind = kindOf(next.text);
    const score = path.score + next.score + notation.gain(kind, path.context);
    const known = paths.get(text);
    if (known && known.score >= score) return;
    const steps = next.step ? [...path.steps, next.step] : path.steps;
    paths.set(text, { score, text, context: notation.after(path.context, kind), steps });
  };

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
 * Finds how much of all paths' weight goes through each segment with each label.
 *
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Value>} values
 * @param {Notation} notation
 */
function shareOfPaths({ atoms, segments }, values, notation) {
  const kinds = values.map(({ weight, labels }) => weighKinds(weight, labels));
  // By place: the logarithm of the weight of all ways to it, and from it to the end, by context.
  const [before, after] = [0, 1].map(() =>
    Array.from({ length: atoms.length + 1 }, () => /** @type {Map<string, number>} */ (new Map())),
  );
  /** @param {number} index of a segment @param {string} context @param {string} kind */
  const rest = (index, context, kind) =>
    notation.gain(kind, context) + (after[segments[index].to].get(notation.after(context, kind)) ?? -Infinity);
  before[0].set(notation.start, 0);
  for (const [place, group] of groupByFrom(segments, atoms.length).entries()) {
    dropLight(before[place]);
    for (const [context, weight] of before[place]) {
      for (const index of group) {
        const next = before[segments[index].to];
        for (const [kind, own] of kinds[index]) {
          addTo(next, notation.after(context, kind), weight + own + notation.gain(kind, context));
        }
      }
    }
  }
  for (const context of before[atoms.length].keys()) after[atoms.length].set(context, notation.gain(END, context));
  const order = segments.map((_, index) => index).sort((a, b) => segments[b].from - segments[a].from);
  for (const index of order) {
    const { from } = segments[index];
    for (const context of before[from].keys()) {
      for (const [kind, own] of kinds[index]) addTo(after[from], context, own + rest(index, context, kind));
    }
  }
  const total = after[0].get(notation.start) ?? -Infinity;
  return {
    /** @param {Step[]} steps of a whole path */
    ofPath(steps) {
      let [context, sum] = [notation.start, 0];
      for (const { segment, label } of steps) {
        const kind = kindOf(label.text);
        sum += values[segment].weight + Math.log(label.probability) + notation.gain(kind, context);
        context = notation.after(context, kind);
      }
      return Math.exp(sum + notation.gain(END, context) - total);
    },
    /** @param {number} index of a segment @param {Label} label of it */
    of(index, { text, probability }) {
      const own = values[index].weight + Math.log(probability);
      const kind = kindOf(text);
      let sum = 0;
      for (const [context, weight] of before[segments[index].from]) {
        sum += Math.exp(weight + own + rest(index, context, kind) - total);
      }
      return sum;
    },
  };
}

/** @param {number} weight of a segment @param {ReadonlyArray<Label>} labels @returns {Map<string, number>} weights of kinds */
function weighKinds(weight, labels) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const { text, probability } of labels) addTo(kinds, kindOf(text), weight + Math.log(probability));
  return kinds;
}

/** @param {Map<string, number>} logs @param {string} key @param {number} log that is added to the one there */
const addTo = (logs, key, log) => logs.set(key, addLogs(logs.get(key) ?? -Infinity, log));

/** @param {Map<string, number>} logs by context */
function dropLight(logs) {
  const most = Math.max(...logs.values());
  for (const [context, log] of logs) if (log < most + LEAST_CONTEXT) logs.delete(context);
}
