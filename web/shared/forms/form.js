import { text } from '../../texts/texts.js';
import { isArea } from '../frame/area.js';
import { isWithOthers } from './between-fields.js';
import { MOST_CELLS } from './cells.js';
import { isPattern } from './pattern.js';

/**
 * A form says what is read from every picture of the same printed form.
 *
 * @typedef {{
 *   name: string,
 *   area: import('../frame/area.js').Area,
 *   pattern: import('./pattern.js').Pattern,
 *   cells?: number,
 *   sumOf?: ReadonlyArray<number>,
 *   isAsBefore?: true,
 * }} Field `cells`: how many are printed, one for each digit; absent where the field is one box; `sumOf`: the places, among the
 *   form's fields, of those that it is the sum of; `isAsBefore`: it says the same as on the picture before
 * @typedef {import('../../reader/alignment/landmarks.js').Landmarks} Landmarks
 * @typedef {{ name: string, fields: ReadonlyArray<Field>, aspect?: number, landmarks?: Landmarks }} Form `aspect`: width / height of
 *   the sample that it was drawn on, by which pictures of something else, or turned ones, are told; `landmarks`: print and
 *   rules of the sample, by which the fields are found in pictures that lie otherwise
 */

export const MOST_FIELDS = 200;
const LONGEST_NAME = 200;

/** Much more than landmarks have: pixels along a side, and letters. */
const MOST_PIXELS = 1000;
const MOST_MARKS = 400_000;

/**
 * @param {unknown} value from a file or the browser's storage
 * @returns {value is Form}
 */
export function isForm(value) {
  const { name, fields, aspect, landmarks } = /** @type {Record<string, unknown>} */ (value ?? {});
  return (
    isName(name) &&
    Array.isArray(fields) &&
    fields.length <= MOST_FIELDS &&
    fields.every((field, at) => isField(field) && isWithOthers(field, at, fields.length)) &&
    (aspect === undefined || (typeof aspect === 'number' && aspect > 0 && Number.isFinite(aspect))) &&
    (landmarks === undefined || isLandmarks(landmarks))
  );
}

/** @param {any} field */
function isField(field) {
  const { name, area, pattern, cells } = field ?? {};
  const isDivided = Number.isInteger(cells) && cells >= 2 && cells <= MOST_CELLS;
  return isName(name) && isArea(area) && isPattern(pattern) && (cells === undefined || isDivided);
}

/** @param {any} landmarks */
function isLandmarks(landmarks) {
  const { version, area, width, height, marks } = landmarks ?? {};
  const isSide = (/** @type {unknown} */ side) =>
    Number.isInteger(side) && Number(side) > 0 && Number(side) <= MOST_PIXELS;
  const isPart =
    ['x', 'y', 'width', 'height'].every((key) => Number.isFinite(area?.[key])) && area.width > 0 && area.height > 0;
  const isText = typeof marks === 'string' && marks.length <= MOST_MARKS && /^[A-Za-z0-9+/]*={0,2}$/.test(marks);
  return version === 1 && isPart && isSide(width) && isSide(height) && isText;
}

/** @param {unknown} value */
const isName = (value) => typeof value === 'string' && value.length <= LONGEST_NAME;

/**
 * @param {Form} form
 * @param {number} index of a field
 * @returns {string} its name; a number for a field that nobody named
 */
export function nameOfField(form, index) {
  return form.fields[index].name.trim() || text('form.field.unnamed', { number: index + 1 });
}
