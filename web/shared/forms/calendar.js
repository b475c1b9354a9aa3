/** @typedef {{ day: number, month: number, year: number }} CalendarDay */

/** Months without a 31st day, and how many days they always have. @type {Record<number, [name: string, days: number]>} */
const SHORT_MONTHS = {
  2: ['february', 28],
  4: ['april', 30],
  6: ['june', 30],
  9: ['september', 30],
  11: ['november', 30],
};

/**
 * What is wrong with a day of the Gregorian calendar.
 *
 * @param {CalendarDay} date `year` with four digits, or with two, of which 00 is taken for 2000, a leap year
 * @returns {import('../../texts/problems.js').Reason | null} null for a day that exists. Its numbers are texts: what was read is written
 *   the same in every language
 */
export function problemOfDay({ day, month, year }) {
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
