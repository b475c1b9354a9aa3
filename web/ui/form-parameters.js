import { CHECKS } from '../form/kinds/check.js';
import { MOST_DIGITS } from '../form/kinds/lengths.js';

/**
 * What a person can say about each kind of pattern.
 *
 * @import { Pattern } from '../form/pattern.js'
 * @typedef {{ key: string, label: string, isShown?: (pattern: any) => boolean } & (
 *   | { control: 'count', least: number, most: number }
 *   | { control: 'choice', choices: [value: string | number | null, label: string][] }
 *   | { control: 'switch' }
 *   | { control: 'text', hint: string, problem: string })} Parameter `problem` is said of a text that makes no pattern
 */

/** @type {Parameter[]} */
const LENGTHS = [
  { key: 'min', label: 'At least', control: 'count', least: 1, most: MOST_DIGITS },
  { key: 'max', label: 'At most', control: 'count', least: 1, most: MOST_DIGITS },
];

/** @type {Record<Pattern['kind'], Parameter[]>} */
export const PARAMETERS = {
  any: [],
  digits: LENGTHS,
  decimal: [
    {
      key: 'point',
      label: 'Written with',
      control: 'choice',
      choices: [
        ['any', 'Point or comma'],
        ['.', 'Point'],
        [',', 'Comma'],
      ],
    },
    {
      key: 'places',
      label: 'Digits after it',
      control: 'choice',
      choices: [
        [null, 'Any number'],
        [0, '0'],
        [1, '1'],
        [2, '2'],
        [3, '3'],
        [4, '4'],
        [5, '5'],
        [6, '6'],
      ],
    },
    { key: 'negative', label: 'May be negative', control: 'switch' },
  ],
  date: [
    {
      key: 'order',
      label: 'Order',
      control: 'choice',
      choices: [
        ['dmy', 'Day, month, year'],
        ['mdy', 'Month, day, year'],
        ['ymd', 'Year, month, day'],
      ],
    },
    {
      key: 'year',
      label: 'Year',
      control: 'choice',
      choices: [
        [4, 'Four digits'],
        [2, 'Two digits'],
        ['any', 'Two or four'],
      ],
    },
  ],
  time: [{ key: 'seconds', label: 'With seconds', control: 'switch' }],
  check: [
    {
      key: 'check',
      label: 'Method',
      control: 'choice',
      choices: Object.entries(CHECKS).map(([value, { name }]) => [value, name]),
    },
    ...LENGTHS.map((length) => ({ ...length, isShown: hasOpenLength })),
    {
      key: 'prefix',
      label: 'Letters printed before it',
      control: 'text',
      hint: 'Such as DE or RF; none for a number by itself',
      problem: 'Two letters at most are expected',
      isShown: ({ check }) => check === 'mod97',
    },
  ],
  mask: [
    {
      key: 'masks',
      label: 'Mask',
      control: 'text',
      hint: '# is a digit; the signs . , - / : stand for themselves. A space parts several masks.',
      problem: 'A mask is made of # and . , - / : such as ##-###',
    },
  ],
};

/** @param {import('../form/kinds/check.js').CheckPattern} pattern */
function hasOpenLength({ check }) {
  return CHECKS[check].length === undefined;
}
