import { isSameInk } from './shown-reading.js';

/**
 * A correction tells what a person takes some ink for. It belongs to the ink and not to its place in the answer, so that it
 * stays when more is written before or after it.
 *
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { NumberReading } from '../../reader/reading.js'
 * @import { Part, ShownNumber } from './shown-reading.js'
 * @typedef {{ of: 'part' | 'number' | 'checked' | 'read', box: Box, ink: number, text: string, numbers?: NumberReading[] }} Correction
 *   checked: a person has looked at the number, and takes this text of it for right; read: a person had this place of a
 *   picture read, which was passed over, and these numbers are there
 * @typedef {ReadonlyArray<Correction>} Corrections
 */

/**
 * @param {Corrections} corrections
 * @param {Part} part
 * @param {string} text a digit, a sign, '?', or '' to delete it
 * @returns {Corrections}
 */
export function correctPart(corrections, part, text) {
  const { box, ink, read } = part;
  // A number that was only typed is corrected as a whole.
  if (!box || text === part.text) return corrections;
  const others = corrections.filter((each) => !(each.of === 'part' && isSameInk(each, { box, ink })));
  return text === read ? others : [...others, { of: 'part', box, ink, text }];
}

/**
 * @param {Corrections} corrections
 * @param {ShownNumber} number
 * @param {string} text '' to delete it
 * @returns {Corrections} digit by digit where it is as long as what was read, so that it also outlives what is written
 *   after it
 */
export function correctNumber(corrections, number, text) {
  if (text === number.text) return corrections;
  const free = asRead(corrections, number);
  const signs = Array.from(text);
  const own = number.parts.filter(({ box }) => box !== null);
  if (text === number.read) return free;
  if (signs.length === own.length) {
    return own.reduce((made, part, place) => correctPart(made, { ...part, text: part.read }, signs[place]), free);
  }
  return [...free, { of: 'number', box: number.box, ink: number.ink, text }];
}

/**
 * @param {Corrections} corrections
 * @param {ShownNumber} number
 * @returns {Corrections} without what was said of this number and its digits
 */
export function asRead(corrections, number) {
  return corrections.filter(
    (each) => !(isSameInk(each, number) || number.parts.some(({ box, ink }) => box && isSameInk(each, { box, ink }))),
  );
}

/**
 * @param {Corrections} corrections
 * @param {ShownNumber} number
 * @param {string} text that a person takes for right, whether it was read so or not; '' to delete it
 * @returns {Corrections} from which on the number is in no doubt
 */
export function checkNumber(corrections, number, text) {
  const { box, ink } = number;
  const said = correctNumber(corrections, number, text);
  const others = said.filter((each) => !(each.of === 'checked' && isSameInk(each, { box, ink })));
  return [...others, { of: 'checked', box, ink, text }];
}
