import { propose } from './ink/propose.js';
import { inkBox } from './ink/rasterize.js';
import { separatorsIn } from './ink/features.js';
import { preferDecimal } from './ink/separators.js';
import { findStrays } from './ink/strays.js';
import { once } from './lazy.js';
import { Problem } from './problem.js';
import { toReading } from './reading.js';
import { search } from './lines/search.js';

/**
 * @import { Judge, Judged } from './lines/potentials.js'
 * @import { Lattice } from './lines/search.js'
 * @import { Line } from './reading.js'
 * @import { Box } from './ink/rasterize.js'
 */

/** What of more may be a digit takes longer to judge than anybody waits; it is several pads full of numbers. */
const MOST_STROKES = 300;

/**
 * Read drawn ink: what is written is told from stray marks, what may be digits or signs is proposed, judged all at once,
 * and searched.
 *
 * @param {ReadonlyArray<import('./ink/rasterize.js').Stroke>} ink
 * @param {Judge} judge
 * @param {{ masks?: ReadonlyArray<string>, decimal?: '.' | ',' }} [options]
 * @returns {import('./reading.js').Reading} without numbers for ink without a point
 * @throws {Problem} for more than 300 strokes
 */
export function readInk(ink, judge, { masks, decimal } = {}) {
  if (ink.length > MOST_STROKES) {
    const words = `Ink of more than ${MOST_STROKES} strokes is not read: take some away.`;
    throw new Problem('ink-much', words, { values: { most: MOST_STROKES } });
  }
  const strays = findStrays(ink);
  const lattices = propose(ink.filter((stroke) => !strays.has(stroke)));
  // The network takes many images in little more time than one.
  const segments = lattices.flatMap((lattice) => lattice.segments);
  const judged = judge(segments).map((one, index) => inLanguage(one, segments[index], decimal));
  let row = 0;
  const lines = lattices.map((lattice) =>
    toLatticeLine(lattice, judged.slice(row, (row += lattice.segments.length)), judge.notation),
  );
  const skipped = [...strays].map((stroke) => ({ box: /** @type {Box} */ (inkBox([stroke])) }));
  return { ...toReading(lines, { masks }), skipped };
}

/** A mark whose shape makes it a point so likely, and no dash at all, is none. */
const CLEARLY_POINT = 0.5;

/**
 * Where a mark may be a point as well as a comma by its shape, the language decides; what is clearly one of them is no dash.
 *
 * @param {Judged} judged
 * @param {import('./lines/search.js').Segment} segment that was judged
 * @param {'.' | ','} [decimal] what stands before decimals
 * @returns {Judged}
 */
function inLanguage(judged, { features }, decimal) {
  const shape = separatorsIn(features);
  const { '.': point = 0, ',': comma = 0 } = preferDecimal(shape, decimal);
  const isNoDash = point + comma > CLEARLY_POINT && !shape['-'];
  if (!point || (!comma && !isNoDash)) return judged;
  const others = judged.labels.filter(({ text }) => text !== '.' && text !== ',' && !(isNoDash && text === '-'));
  const both = 1 - others.reduce((sum, { probability }) => sum + probability, 0);
  const labels = [
    { text: '.', probability: (both * point) / (point + comma) },
    { text: ',', probability: (both * comma) / (point + comma) },
  ];
  return { ...judged, labels: [...others, ...labels.filter(({ probability }) => probability > 0)] };
}

/**
 * A line of drawn ink: what was proposed, and what it was judged to be.
 *
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Judged>} judged each segment in turn
 * @param {import('./lines/notation.js').Notation} [notation] how numbers are written
 * @returns {Line}
 */
export function toLatticeLine(lattice, judged, notation) {
  const free = once(() => search(lattice, judged, { notation }));
  return {
    read(mask = null) {
      const found = mask === null ? free() : search(lattice, judged, { mask, notation });
      if (!found) return null;
      const parts = found.path.parts.map(({ segment, text, confidence }) => {
        const { box, image } = lattice.segments[segment];
        return { text, confidence, box, image, probabilities: judged[segment].probabilities };
      });
      const alternatives = found.others.map(({ text, confidence }) => ({ text, confidence }));
      return { text: found.path.text, parts, confidence: found.path.confidence, alternatives };
    },
    between(from, to) {
      const parts = free()?.path.parts ?? [];
      const [first, last] = [parts[from], parts[to - 1]].map(({ segment }) => lattice.segments[segment]);
      return toLatticeLine(...atomsBetween(lattice, judged, first.from, last.to), notation);
    },
  };
}

/**
 * @param {Lattice} lattice
 * @param {ReadonlyArray<Judged>} judged
 * @param {number} from
 * @param {number} to not included
 * @returns {[Lattice, Judged[]]}
 */
function atomsBetween(lattice, judged, from, to) {
  const inside = lattice.segments.flatMap((segment, index) =>
    segment.from >= from && segment.to <= to ? [index] : [],
  );
  const segments = inside.map((index) => {
    const segment = lattice.segments[index];
    return { ...segment, from: segment.from - from, to: segment.to - from };
  });
  return [{ ...lattice, atoms: lattice.atoms.slice(from, to), segments }, inside.map((index) => judged[index])];
}
