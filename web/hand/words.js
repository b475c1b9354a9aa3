import { intl } from '../texts/intl.js';

const WEEK_MS = 6 * 86_400_000;

/** @param {{ label: number, time: number }} example @returns {{ digit: string, day: string }} '7', or '?' for no digit; 'Tuesday' */
export const wordsOf = ({ label, time }) => ({ digit: label < 10 ? String(label) : '?', day: dayOfExample(time) });

/**
 * @param {number} time
 * @param {number} [now]
 * @returns {string} 'Tuesday' within a week, else the date, as the language has it
 */
export function dayOfExample(time, now = Date.now()) {
  if (now - time < WEEK_MS) return intl(Intl.DateTimeFormat, { weekday: 'long' }).format(time);
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const parts = /** @type {const} */ ({ day: 'numeric', month: 'long' });
  return intl(Intl.DateTimeFormat, isThisYear ? parts : { ...parts, year: 'numeric' }).format(time);
}
