import { problemOfDay } from '../calendar.js';

/**
 * @typedef {{ kind: 'date', order: 'dmy' | 'mdy' | 'ymd', year: 2 | 4 | 'any' }} DatePattern `year`: its digits
 * @typedef {'d' | 'm' | 'y'} DatePart
 */

const ORDERS = ['dmy', 'mdy', 'ymd'];
const SEPARATORS = ['/', '.', '-'];

/** A day that the calendar has, with separators or without. @type {import('../pattern.js').Kind<DatePattern>} */
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
