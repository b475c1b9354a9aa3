import { crop } from './image/components.js';
import { toStrip } from './image/normalize.js';
import { seeSheet } from './sheet.js';

/**
 * @typedef {import('./image/decode.js').Picture} Picture
 * @typedef {import('./image/layout.js').Part} Part
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{
 *   label: (picture: Picture) => import('./network/labeler.js').Labels,
 *   sideOf: import('./network/string-reader.js').StringReader['sideOf'],
 * }} Networks
 */

/** Rows that are looked at to know a side. */
const SAMPLE = 4;

/** Most pictures are upright: another side is so many nats clearer, or is none. */
const CLEARER = 1.5;

/** What one row says counts for so many nats at most: all of it may be something else. */
const MOST_OF_ROW = 8;

/**
 * The sheet as it is read: turned by quarters until what is written on it stands upright.
 *
 * @param {Sheet} sheet as it lies
 * @param {Picture} picture
 * @param {Networks} networks
 * @returns {Sheet}
 */
export function standUp(sheet, picture, networks) {
  const quarters = quartersOf(sheet, networks);
  if (quarters === 0) return sheet;
  const turned = seeSheet(picture, networks.label, 90 * quarters);
  const more = quartersOf(turned, networks);
  if (more === 0) return turned;
  // Of a sheet on its side, rows are seen only now.
  const standing = more === 2 && quarters % 2 ? seeSheet(picture, networks.label, (90 * quarters + 180) % 360) : sheet;
  return quartersOf(standing, networks) === 0 ? standing : sheet;
}

/**
 * By how many quarters, clockwise, a sheet is to be turned.
 *
 * @param {Sheet} sheet
 * @param {Networks} networks
 * @returns {number} 0 to 3
 */
function quartersOf({ labeled, rows }, { sideOf }) {
  const clear = [CLEARER, 0, 0, 0];
  for (const row of largest(rows)) {
    const sides = row.flatMap(({ words }) => words).map((word) => sideOf(toStrip(crop(labeled, word))));
    const own = clear.map((_, side) => sides.reduce((sum, logs) => sum + logs[side], 0));
    const most = Math.max(...own);
    own.forEach((value, side) => (clear[side] += Math.max(value - most, -MOST_OF_ROW)));
  }
  return clear.indexOf(Math.max(...clear));
}

/** The rows with the most ink. @param {Part[][]} rows */
function largest(rows) {
  const inkOf = (/** @type {Part[]} */ row) =>
    row.flatMap(({ words }) => words.flat()).reduce((sum, { area }) => sum + area, 0);
  return rows.toSorted((a, b) => inkOf(b) - inkOf(a)).slice(0, SAMPLE);
}
