import { around } from '../image/boxes.js';
import { CLASSES } from './classes.js';
import { search, UNKNOWN_TEXT } from './search.js';
import { splitAtGaps } from './split-at-gaps.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./search.js').Found} Found
 * @typedef {import('./search.js').Lattice} Lattice
 * @typedef {{
 *   digit: number | null,
 *   confidence: number,
 *   probabilities: number[],
 *   box: Box,
 *   image: Float32Array,
 * }} DigitReading `digit` is null where it is not one; `probabilities` are of 0-9, then "not a digit"; `image` is the
 *   28 x 28 ink image that the network saw
 * @typedef {{ text: string, after: number, confidence: number, box: Box }} SeparatorReading `after` so many digits
 * @typedef {{
 *   text: string,
 *   confidence: number,
 *   box: Box,
 *   line: number,
 *   digits: DigitReading[],
 *   separators: SeparatorReading[],
 *   alternatives: { text: string, confidence: number }[],
 * }} NumberReading `alternatives` are other readings of the whole number, best first
 * @typedef {{ text: string, numbers: NumberReading[], skipped: { box: Box }[] }} Reading the answer; boxes are in the
 *   input's own coordinates; `skipped` is ink that is no number
 * @typedef {{ lattice: Lattice, probabilities: Float32Array }} Line what was proposed and what the network says to it
 */

const MOST_ALTERNATIVES = 5;

/** A mask may cost this many nats against reading freely: a digit that is badly written, and no more. */
const MASK_TRUST = 7;

/**
 * The answer for lines of ink, from the top.
 *
 * @param {ReadonlyArray<Line>} lines
 * @param {{ masks?: ReadonlyArray<string>, skipWords?: boolean }} [options] `masks`: all is one number that looks like
 *   one of them, '#' being a digit; `skipWords`: what has no more digits than other things is no number, unless it is
 *   all that there is
 * @returns {Reading}
 */
export function toReading(lines, { masks = [], skipWords = false } = {}) {
  const masked = masks.length ? readMasked(lines, masks) : null;
  if (masked) return assemble([masked], []);
  const groups = lines.flatMap(readLine);
  const isWord = groups.map(({ digits }) => digits.filter(({ digit }) => digit === null).length * 2 >= digits.length);
  if (!skipWords || isWord.every(Boolean)) return assemble(groups, []);
  return assemble(
    groups.filter((_, index) => !isWord[index]),
    groups.filter((_, index) => isWord[index]),
  );
}

/**
 * @param {NumberReading[]} numbers
 * @param {NumberReading[]} words
 * @returns {Reading}
 */
function assemble(numbers, words) {
  // Lines without a number are not counted.
  const lines = [...new Set(numbers.map(({ line }) => line))];
  const text = lines.map((line) =>
    numbers
      .filter((number) => number.line === line)
      .map((number) => number.text)
      .join(' '),
  );
  return {
    text: text.join('\n'),
    numbers: numbers.map((number) => ({ ...number, line: lines.indexOf(number.line) })),
    skipped: words.map(({ box }) => ({ box })),
  };
}

/**
 * @param {Line} line
 * @param {number} place
 * @returns {NumberReading[]}
 */
function readLine(line, place) {
  const whole = search(line.lattice, line.probabilities);
  if (!whole) return [];
  const groups = splitAtGaps(
    whole.path.parts.map(({ segment, text }) => ({ ...line.lattice.segments[segment], text })),
  );
  if (groups.length === 1) return [toNumber(line, whole, place)];
  return groups.flatMap((parts) => {
    const part = between(line, parts[0].from, parts[parts.length - 1].to);
    const found = search(part.lattice, part.probabilities);
    return found ? [toNumber(part, found, place)] : [];
  });
}

/**
 * @param {ReadonlyArray<Line>} lines
 * @param {ReadonlyArray<string>} masks
 * @returns {NumberReading | null} of the line that fits a mask best; null where none does
 */
function readMasked(lines, masks) {
  /** @type {{ line: Line, found: Found } | null} */
  let best = null;
  for (const line of lines) {
    const free = search(line.lattice, line.probabilities)?.path.confidence ?? 0;
    for (const mask of masks) {
      const found = search(line.lattice, line.probabilities, mask);
      if (!found || found.path.confidence < free * Math.exp(-MASK_TRUST)) continue;
      if (!best || found.path.confidence > best.found.path.confidence) best = { line, found };
    }
  }
  return best && toNumber(best.line, best.found, 0);
}

/**
 * The part of a line from one atom to another.
 *
 * @param {Line} line
 * @param {number} from
 * @param {number} to not included
 * @returns {Line}
 */
function between({ lattice, probabilities }, from, to) {
  const inside = lattice.segments.flatMap((segment, index) =>
    segment.from >= from && segment.to <= to ? [index] : [],
  );
  const rows = new Float32Array(inside.length * CLASSES);
  inside.forEach((index, row) => rows.set(rowOf(probabilities, index), row * CLASSES));
  const segments = inside.map((index) => {
    const segment = lattice.segments[index];
    return { ...segment, from: segment.from - from, to: segment.to - from };
  });
  return { lattice: { ...lattice, atoms: lattice.atoms.slice(from, to), segments }, probabilities: rows };
}

/**
 * @param {Line} line
 * @param {Found} found
 * @param {number} place of the line
 * @returns {NumberReading}
 */
function toNumber({ lattice, probabilities }, { path, others }, place) {
  /** @type {DigitReading[]} */
  const digits = [];
  /** @type {SeparatorReading[]} */
  const separators = [];
  for (const { segment, text, confidence } of path.parts) {
    const { box, image } = lattice.segments[segment];
    const digit = text === UNKNOWN_TEXT ? null : Number(text);
    if (Number.isNaN(digit)) separators.push({ text, after: digits.length, confidence, box });
    else digits.push({ digit, confidence, probabilities: Array.from(rowOf(probabilities, segment)), box, image });
  }
  return {
    text: path.text,
    confidence: path.confidence,
    box: around(path.parts.map(({ segment }) => lattice.segments[segment].box)),
    line: place,
    digits,
    separators,
    alternatives: others.slice(0, MOST_ALTERNATIVES).map(({ text, confidence }) => ({ text, confidence })),
  };
}

/** @param {Float32Array} probabilities @param {number} index */
const rowOf = (probabilities, index) => probabilities.subarray(index * CLASSES, (index + 1) * CLASSES);
