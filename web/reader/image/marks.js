import { findComponents } from './components.js';

/** @typedef {import('../network/labeler.js').Labels} Labels */

/** What hangs together is a mark where labels other than paper are together more likely than this. */
export const MARK = 0.4;

/**
 * What hangs together of the pixels that the labels take for something.
 *
 * @param {Labels} labels
 * @param {(at: number) => boolean} isMark
 * @returns {import('./components.js').Labeled} of the labels' size
 */
export function marksIn({ pen, width, height }, isMark) {
  const data = new Uint8Array(pen.length);
  for (let at = 0; at < data.length; at++) if (isMark(at)) data[at] = 1;
  return findComponents({ data, width, height });
}
