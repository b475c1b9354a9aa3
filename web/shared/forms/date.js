/**
 * @import { Kind } from './kinds.js'
 * @import { Reason } from '../../texts/problems.js'
 * @typedef {{ kind: 'date', order: 'dmy' | 'mdy' | 'ymd', year: 2 | 4 | 'any' }} DatePattern `year`: its digits
 * @typedef {'d' | 'm' | 'y'} DatePart
 * @typedef {{ day: number, month: number, year: number }} CalendarDay `year` with four digits, or with two, of which 00 is
 *   taken for 2000, a leap year
 */

const ORDERS = ['dmy', 'mdy', 'ymd'];
const SEPARATORS = ['/', '.', '-'];

/** Months without a 31st day, and how many days they always have. @type {Record<number, [name: string, days: number]>} */
const SHORT_MONTHS = {
  2: ['february', 28],
  4: ['april', 30],
  6: ['june', 30],
  9: ['september', 30],
  11: ['november', 30],
};

/** A day that the calendar has, with separators or without. @type {Kind<DatePattern>} */
export const date = {
  initial: { kind: 'date', order: 'dmy', year: 4 },
  isValid: ({ order, year }) => ORDERS.includes(String(order)) && (year === 2 || year === 4 || year === 'any'),
  masksOf({ order, year }) {
    return yearsOf(year).flatMap((length) => {
      const widths = { d: ['##', '#'], m: ['##', '#'], y: ['#'.repeat(length)] };
      const parts = partsOf(order).map((part) => widths[part]);
      const separated = SEPARATORS.flatMap((sign) => combine(parts).map((combined) => combined.join(sign)));
      return [...separated, '#'.repeat(4 + length)];
    });
  },
  problemOf({ order, year }, text) {
    for (const length of yearsOf(year)) {
      const parts = takeApart(text, partsOf(order), length);
      if (parts) return problemOfDay({ day: Number(parts.d), month: Number(parts.m), year: Number(parts.y) });
    }
    return { code: `form.problem.date.${order}${order === 'ymd' || year === 'any' ? '' : year}` };
  },
};

/**
 * @param {string} text
 * @param {DatePart[]} order
 * @param {number} year its digits
 * @returns {Record<string, string> | undefined} by part; nothing where it is no date of that order
 */
function takeApart(text, order, year) {
  /** @param {string} dayOrMonth */
  const pattern = (dayOrMonth) => order.map((part) => `(?<${part}>${part === 'y' ? `\\d{${year}}` : dayOrMonth})`);
  const separated = new RegExp(`^${pattern('\\d{1,2}').join('[/.-]')}$`);
  const together = new RegExp(`^${pattern('\\d\\d').join('')}$`);
  return (separated.exec(text) ?? together.exec(text))?.groups;
}

/** @param {DatePattern['year']} year */
const yearsOf = (year) => (year === 'any' ? [4, 2] : [year]);

/** @param {DatePattern['order']} order */
const partsOf = (order) => /** @type {DatePart[]} */ (order.split(''));

/**
 * @param {string[][]} choices
 * @returns {string[][]} every way to take one of each
 */
function combine(choices) {
  return choices.reduce(
    (taken, next) => taken.flatMap((before) => next.map((each) => [...before, each])),
    [/** @type {string[]} */ ([])],
  );
}

/**
 * @param {CalendarDay} date of the Gregorian calendar
 * @returns {Reason | null} null for a day that exists. Its numbers are texts: what was read is written the same in every
 *   language
 */
function problemOfDay({ day, month, year }) {
  if (month < 1 || month > 12) return { code: 'form.problem.month', values: { month: String(month) } };
  if (day < 1 || day > 31) return { code: 'form.problem.day', values: { day: String(day) } };
  if (month === 2 && day === 29) {
    return isLeap(year) ? null : { code: 'form.problem.leapDay', values: { year: String(year) } };
  }
  const [name, days] = SHORT_MONTHS[month] ?? ['', 31];
  return day > days ? { code: `form.problem.${name}`, values: { day: String(day) } } : null;
}

/** @param {number} year */
function isLeap(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
