/** @typedef {{ day: number, month: number, year: number }} CalendarDay */

const MONTHS = [
  ['January', 31],
  ['February', 28],
  ['March', 31],
  ['April', 30],
  ['May', 31],
  ['June', 30],
  ['July', 31],
  ['August', 31],
  ['September', 30],
  ['October', 31],
  ['November', 30],
  ['December', 31],
];

/**
 * What is wrong with a day of the Gregorian calendar.
 *
 * @param {CalendarDay} date `year` with four digits, or with two, of which 00 is taken for 2000, a leap year
 * @returns {string} words for a person; nothing for a day that exists
 */
export function problemOfDay({ day, month, year }) {
  if (month < 1 || month > 12) return `There is no month ${month}`;
  const [name, days] = /** @type {[string, number]} */ (MONTHS[month - 1]);
  if (day < 1 || day > 31) return `There is no day ${day}`;
  if (month === 2 && day === 29) return isLeap(year) ? '' : `There is no 29 February ${year}`;
  return day > days ? `There is no ${day} ${name}` : '';
}

/** @param {number} year */
function isLeap(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
