import { CHECKS } from '../shared/forms/check-digits.js';
import { MOST_DIGITS, MOST_PLACES } from '../shared/forms/kinds.js';
import { isPattern, KINDS } from '../shared/forms/pattern.js';
import { formatNumber } from '../shared/numbers.js';
import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { buildLabel, createControl, makeChoice } from './controls.js';

/**
 * @import { CheckPattern } from '../shared/forms/check-digits.js'
 * @import { Pattern } from '../shared/forms/pattern.js'
 * @import { Control, Parameter } from './controls.js'
 */

/**
 * Lets a person say what a field holds.
 * @param {(pattern: Pattern, part: string) => void} onChange only patterns that are whole; `part` is what changed
 */
export function createPatternEditor(onChange) {
  const kind = makeChoice(Object.keys(KINDS).map((value) => [value, text(`form.kind.${value}`)]));
  const place = build('div', { className: 'form-parameters' });
  const element = build('div', { className: 'form-pattern' }, buildLabel(text('form.pattern'), kind), place);
  /** @type {Pattern | undefined} */
  let shown;
  /** @type {Control[]} */
  let controls = [];

  kind.addEventListener('change', () => onChange(KINDS[/** @type {Pattern['kind']} */ (kind.value)].initial, 'kind'));

  /** @param {string} key @param {unknown} value @returns {boolean} whether it makes a whole pattern */
  function set(key, value) {
    const changed = withinRange({ ...shown, [key]: value }, key);
    if (!isPattern(changed)) return false;
    // At once, since keys may be faster than frames.
    shown = changed;
    onChange(changed, key);
    return true;
  }

  return {
    element,
    /** @param {Pattern} pattern */
    render(pattern) {
      if (pattern.kind !== shown?.kind) {
        controls = parametersOf(pattern.kind).map((parameter) => createControl(parameter, set));
        place.replaceChildren(...controls.map((control) => control.element));
      }
      shown = pattern;
      kind.value = pattern.kind;
      for (const control of controls) control.render(pattern);
    },
  };
}

/** How many digits, and what value. */
const RANGES = [
  ['min', 'max'],
  ['least', 'most'],
];

/**
 * The other end of a range gives way.
 * @param {Record<string, any>} pattern
 * @param {string} key
 */
function withinRange(pattern, key) {
  const range = RANGES.find((ends) => ends.includes(key));
  if (!range || range.some((end) => (pattern[end] ?? null) === null)) return pattern;
  const [low, high] = range;
  return pattern[low] > pattern[high] ? { ...pattern, [low]: pattern[key], [high]: pattern[key] } : pattern;
}

/**
 * @param {Pattern['kind']} kind
 * @returns {Parameter[]} in the language of the page
 */
export const parametersOf = (kind) => PARAMETERS[kind]();

/** @type {Record<Pattern['kind'], () => Parameter[]>} */
const PARAMETERS = {
  any: () => [],
  digits: () => [count('min'), count('max'), amount('least'), amount('most')],
  decimal: () => [
    choice('point', [
      ['any', 'any'],
      ['.', 'point'],
      [',', 'comma'],
    ]),
    choice('places', [[null, 'any']], placesChoices()),
    { key: 'negative', label: text('form.negative'), control: 'switch' },
    amount('least'),
    amount('most'),
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

/** @param {'least' | 'most'} key @returns {Parameter} */
const amount = (key) => ({ key, label: text(`form.${key}`), control: 'value' });

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

/** @param {CheckPattern} pattern */
function hasOpenLength({ check }) {
  return CHECKS[check].length === undefined;
}
