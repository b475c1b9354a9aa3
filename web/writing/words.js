import usualForm from './usual-form.json' with { type: 'json' };

/**
 * Measures in a person's words, as keys of the catalogue of texts (section `writing`) with the figures that the texts
 * take.
 *
 * @import { DigitWriting } from './describe-digit.js'
 * @import { NumberWriting } from './describe-number.js'
 *
 * @typedef {{ measure: string, key: string, values: Record<string, number> }} Message measure names the picture (see
 *   `drawingOf`) and what the message is about; values are whole numbers, percents among them, but for `speed`
 */

/**
 * The words for each measure: `[below, word]`, the last without an end. Leaning and steadiness go by what
 * digits of one hand differ from each other (docs/writing.md); the others by eye.
 *
 * @type {Record<string, [number, string][]>}
 */
const WORDS = {
  slant: [[-5, 'left'], [5, 'upright'], [Infinity, 'right']],
  slantSpread: [[7, 'steady'], [13, 'fair'], [Infinity, 'unsteady']],
  width: [[0.07, 'fine'], [0.1, 'thin'], [0.16, 'medium'], [Infinity, 'thick']],
  size: [[0.15, 'small'], [0.5, 'medium'], [Infinity, 'large']],
  sizeSpread: [[0.08, 'even'], [0.18, 'fair'], [Infinity, 'uneven']],
  spacing: [[0, 'overlapping'], [0.12, 'close'], [0.45, 'medium'], [Infinity, 'wide']],
  spacingSpread: [[0.08, 'even'], [0.18, 'fair'], [Infinity, 'uneven']],
  baseline: [[-1.5, 'falls'], [1.5, 'level'], [Infinity, 'climbs']],
  baselineSpread: [[0.04, 'steady'], [0.1, 'fair'], [Infinity, 'unsteady']],
  speed: [[2, 'slow'], [6, 'medium'], [Infinity, 'fast']],
}; // prettier-ignore

/** The words for what is measured against the usual forms of the digit: one person in five has less, and one has more. */
const BY_FORM = { aspect: ['narrow', 'medium', 'wide'], roundness: ['angular', 'medium', 'round'] };

const percent = (/** @type {number} */ share) => Math.round(100 * share);
const degrees = (/** @type {number} */ value) => Math.round(Math.abs(value));

/**
 * The figures that the texts take from a measure.
 *
 * @type {Record<string, (value: number) => Record<string, number>>}
 */
const VALUES = {
  slant: (value) => ({ degrees: degrees(value) }),
  slantSpread: (value) => ({ degrees: degrees(value) }),
  baseline: (value) => ({ degrees: degrees(value) }),
  strokes: (value) => ({ count: value }),
  speed: (value) => ({ speed: Math.round(10 * value) / 10 }),
};

/**
 * Puts into words how a digit is written.
 *
 * @param {DigitWriting} writing
 * @param {number | null} digit that it is
 * @returns {Message[]} in a fixed order; nothing for what cannot be known
 */
export function wordsOfDigit(writing, digit) {
  return /** @type {const} */ (['slant', 'width', 'aspect', 'roundness', 'size', 'strokes', 'speed']).flatMap(
    (measure) => {
      const value = writing[measure];
      if (value === null) return [];
      if (measure !== 'aspect' && measure !== 'roundness') return message(measure, value);
      const usual = digit === null ? null : usualForm[digit][measure];
      if (!usual) return [];
      const word = BY_FORM[measure][Number(value >= usual[0]) + Number(value > usual[1])];
      return { measure, key: `writing.${measure}.${word}`, values: { percent: percent(value), digit: Number(digit) } };
    },
  );
}

/**
 * Puts into words how a number is written.
 *
 * @param {NumberWriting} writing
 * @returns {Message[]} in a fixed order; nothing for what cannot be known
 */
export function wordsOfNumber(writing) {
  const measures = /** @type {const} */ ([
    'slant',
    'slantSpread',
    'width',
    'size',
    'sizeSpread',
    'spacing',
    'spacingSpread',
    'baseline',
    'baselineSpread',
    'strokes',
    'speed',
  ]);
  return measures.flatMap((measure) => {
    const value = writing[measure];
    return value === null ? [] : message(measure, value);
  });
}

/**
 * @param {string} measure
 * @param {number} value
 * @returns {Message}
 */
function message(measure, value) {
  const word = WORDS[measure]?.find(([below]) => value < below)?.[1] ?? 'count';
  const values = VALUES[measure] ?? ((/** @type {number} */ share) => ({ percent: percent(share) }));
  return { measure, key: `writing.${measure}.${word}`, values: values(value) };
}
