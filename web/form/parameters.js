import { CHECKS } from '../shared/forms/check-digits.js';
import { MOST_DIGITS, MOST_PLACES } from '../shared/forms/kinds.js';
import { text } from '../texts/texts.js';
import { formatNumber } from '../shared/numbers.js';

/**
 * What a person can say about each kind of pattern.
 *
 * @import { Pattern } from '../shared/forms/pattern.js'
 * @typedef {{ key: string, label: string, isShown?: (pattern: any) => boolean } & (
 *   | { control: 'count', least: number, most: number }
 *   | { control: 'choice', choices: [value: string | number | null, label: string][] }
 *   | { control: 'switch' }
 *   | { control: 'text', hint: string, problem: string })} Parameter `problem` is said of a text that makes no pattern
 */

/**
 * @param {Pattern['kind']} kind
 * @returns {Parameter[]} in the language of the page
 */
export const parametersOf = (kind) => PARAMETERS[kind]();

/** @type {Record<Pattern['kind'], () => Parameter[]>} */
const PARAMETERS = {
  any: () => [],
  digits: () => [count('min'), count('max')],
  decimal: () => [
    choice('point', [
      ['any', 'any'],
      ['.', 'point'],
      [',', 'comma'],
    ]),
    choice('places', [[null, 'any']], placesChoices()),
    { key: 'negative', label: text('form.negative'), control: 'switch' },
  ],
  date: () => [
    choice('order', [
      ['dmy', 'dmy'],
      ['mdy', 'mdy'],
      ['ymd', 'ymd'],
    ]),
    choice('year', [
      [4, 'four'],
      [2, 'two'],
      ['any', 'any'],
    ]),
  ],
  time: () => [{ key: 'seconds', label: text('form.seconds'), control: 'switch' }],
  check: () => [
    choice(
      'check',
      Object.keys(CHECKS).map((name) => [name, name]),
    ),
    { ...count('min'), isShown: hasOpenLength },
    { ...count('max'), isShown: hasOpenLength },
    { ...writing('prefix'), isShown: ({ check }) => check === 'mod97' },
  ],
  mask: () => [writing('masks')],
};

/** @param {'min' | 'max'} key @returns {Parameter} */
const count = (key) => ({ key, label: text(`form.${key}`), control: 'count', least: 1, most: MOST_DIGITS });

/**
 * @param {'point' | 'places' | 'order' | 'year' | 'check'} key
 * @param {[value: string | number | null, name: string][]} named values, and what they are called in the catalogue
 * @param {[value: number, label: string][]} [numbers] that need no words
 * @returns {Parameter}
 */
function choice(key, named, numbers = []) {
  const choices = named.map(
    ([value, name]) => /** @type {[typeof value, string]} */ ([value, text(`form.${key}.${name}`)]),
  );
  return { key, label: text(`form.${key}`), control: 'choice', choices: [...choices, ...numbers] };
}

/** @returns {[value: number, label: string][]} */
function placesChoices() {
  return Array.from({ length: MOST_PLACES + 1 }, (_, places) => [places, formatNumber(places)]);
}

/** @param {'prefix' | 'masks'} key @returns {Parameter} */
function writing(key) {
  const [label, hint, problem] = ['', '.hint', '.problem'].map((part) => text(`form.${key}${part}`));
  return { key, label, control: 'text', hint, problem };
}

/** @param {import('../shared/forms/check-digits.js').CheckPattern} pattern */
function hasOpenLength({ check }) {
  return CHECKS[check].length === undefined;
}
