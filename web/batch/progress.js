import { needsLook } from './look.js';
import { statusOf } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Rules } from './look.js'
 * @typedef {{ all: number, read: number, corrected: number, failed: number, waiting: number, looks: number }} Counts
 *   corrected: typed by a person where nothing could be read; waiting: also what is being read
 */

/**
 * @param {ReadonlyArray<Row>} rows
 * @param {Rules} rules
 * @returns {Counts}
 */
export function countRows(rows, rules) {
  const [read, corrected, failed] = ['read', 'corrected', 'failed'].map(
    (status) => rows.filter((row) => statusOf(row) === status).length,
  );
  const looks = rows.filter((row) => needsLook(row, rules)).length;
  return { all: rows.length, read, corrected, failed, waiting: rows.length - read - corrected - failed, looks };
}

/**
 * @param {Counts} counts
 * @param {{ isPaused: boolean, current: string }} reading whether a person stopped it, and the picture that is read now
 * @returns {string} how far it has come, in counts of what is done
 */
export function progressWords({ all, read, corrected, failed, waiting, looks }, { isPaused, current }) {
  if (all === 0) return '';
  const words = [`${read} of ${all} read`];
  if (corrected > 0) words.push(`${corrected} corrected`);
  if (failed > 0) words.push(`${failed} failed`);
  if (looks > 0) words.push(`${looks} ${looks === 1 ? 'needs' : 'need'} a look`);
  if (waiting > 0 && isPaused) words.push('stopped');
  else if (current) words.push(`reading ${current}`);
  return words.join(' · ');
}

/**
 * For screen readers: the begin, the quarters and the end of a batch, and not every picture.
 *
 * @param {Counts} counts
 * @param {boolean} isPaused
 * @returns {string}
 */
export function spokenProgress({ all, read, corrected, failed, waiting, looks }, isPaused) {
  if (all === 0) return '';
  if (waiting > 0 && isPaused) return `Stopped: ${read} of ${all} read`;
  if (waiting > 0) {
    const quarter = Math.floor((4 * (all - waiting)) / all);
    return quarter === 0 ? `Reading ${pictures(all)}` : `${quarter * 25}% of ${pictures(all)} done`;
  }
  const typed = corrected > 0 ? `, ${corrected} corrected` : '';
  const failures = failed > 0 ? `, ${failed} failed` : '';
  return `All done: ${pictures(read)} read${typed}${failures}, ${looks} ${looks === 1 ? 'needs' : 'need'} a look`;
}

/** @param {number} count */
export const pictures = (count) => `${count} ${count === 1 ? 'picture' : 'pictures'}`;
