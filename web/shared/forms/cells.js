import { around } from '../../reader/boxes.js';

/**
 * Forms often print a cell for each digit. Lines between cells look like ones, so each cell is read by itself, without its
 * borders.
 *
 * @import { Area } from '../frame/area.js'
 * @import { NumberReading } from './pattern.js'
 * @typedef {NumberReading & { box: Area }} CellNumber
 */

export const MOST_CELLS = 40;

/** A cell's border, and room for a small shift of the picture, are left out at each side: a share of the cell. */
const BORDER = 0.08;
const MOST_ALTERNATIVES = 5;

/**
 * @param {import('./form.js').Form} form
 * @returns {number} how many times a picture of it is read
 */
export function countParts({ fields }) {
  return fields.reduce((sum, { cells }) => sum + (cells ?? 1), 0);
}

/**
 * @param {Area} area of the field
 * @param {number} count
 * @returns {Area[]} of what is inside the cells, from left to right
 */
export function areasOfCells({ x, y, width, height }, count) {
  const side = width / count;
  return Array.from({ length: count }, (_, index) => ({
    x: x + (index + BORDER) * side,
    y: y + BORDER * height,
    width: (1 - 2 * BORDER) * side,
    height: (1 - 2 * BORDER) * height,
  }));
}

/**
 * The number that digits in cells make. Cells without ink are passed over.
 *
 * @param {ReadonlyArray<{ numbers: ReadonlyArray<CellNumber> }>} readings of the cells, from left to right
 * @returns {{ text: string, numbers: CellNumber[] }} as a reading with one number, or none
 */
export function joinCells(readings) {
  const digits = readings.flatMap(({ numbers }) => numbers);
  if (digits.length === 0) return { text: '', numbers: [] };
  const textWith = (/** @type {number} */ place, /** @type {string} */ other) =>
    digits.map(({ text }, index) => (index === place ? other : text)).join('');
  const confidence = digits.reduce((share, digit) => share * digit.confidence, 1);
  const alternatives = digits.flatMap((digit, place) =>
    digit.alternatives.map((other) => ({
      text: textWith(place, other.text),
      confidence: (confidence * other.confidence) / digit.confidence,
    })),
  );
  alternatives.sort((a, b) => b.confidence - a.confidence);
  const text = textWith(-1, '');
  const box = around(digits.map((digit) => digit.box));
  return { text, numbers: [{ text, confidence, box, alternatives: alternatives.slice(0, MOST_ALTERNATIVES) }] };
}
