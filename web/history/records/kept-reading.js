import { textOf, shownReading } from '../../shared/reading/shown-reading.js';
import { isGuess, isSureNumber } from '../../shared/reading/sureness.js';
import { ownStrokes } from './own-strokes.js';

/**
 * What is kept of something that was read: a drawing with its strokes, or a picture.
 *
 * @import { Corrections } from '../../shared/reading/correct.js'
 * @import { ShownNumber } from '../../shared/reading/shown-reading.js'
 * @import { Drawing } from '../../shared/drawing.js'
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { Ink } from '../../shared/strokes.js'
 * @import { Picture } from '../../picture/pictures.js'
 * @import { Reading } from '../../reader/reading.js'
 *
 * @typedef {{ text: string, read: string, confidence: number, isCorrected: boolean }} KeptNumber text is what counts,
 *   read what the reader said
 * @typedef {{ text: string, isTrusted: boolean, isCorrected: boolean, strokes: Ink | null }} KeptDigit text is 0 to 9 or
 *   '?'; isTrusted where the reader was sure, or a person has looked at the number; strokes are null where nobody knows
 *   which are its own, as in a picture
 * @typedef {{ name: string, size: { width: number, height: number }, area: Box | null }} KeptPicture size of what was
 *   opened, area what of it was read, in its pixels; null for all
 * @typedef {{
 *   text: string,
 *   numbers: KeptNumber[],
 *   digits: KeptDigit[],
 *   isUnsure: boolean,
 *   isCorrected: boolean,
 *   corrections: Corrections,
 *   ink: Ink | null,
 *   picture: KeptPicture | null,
 * }} Content
 * @typedef {Content & {
 *   id: string,
 *   revision: string,
 *   time: number,
 *   bytes: number,
 *   scale: number | null,
 * }} KeptReading one record. revision is another one after each change; time in milliseconds since 1970; scale is that
 *   of the kept picture, null where none is kept
 */

/**
 * @param {Drawing} drawing
 * @param {Reading} reading of it
 * @param {number} unsureBelow
 * @returns {Content}
 */
export function contentOfDrawing({ ink, corrections }, reading, unsureBelow) {
  return { ...contentOf({ ink, corrections }, reading, unsureBelow), ink, picture: null };
}

/**
 * @param {Pick<Picture, 'name' | 'size' | 'area' | 'reading' | 'history'>} picture
 * @param {number} unsureBelow
 * @returns {Content}
 */
export function contentOfPicture({ name, size, area, reading, history }, unsureBelow) {
  const content = contentOf({ ink: null, corrections: history.now }, reading, unsureBelow);
  return { ...content, ink: null, picture: { name, size, area } };
}

/**
 * @param {{ ink: Ink | null, corrections: Corrections }} said
 * @param {Reading} reading
 * @param {number} unsureBelow
 */
function contentOf({ ink, corrections }, reading, unsureBelow) {
  const { numbers } = shownReading(reading, corrections);
  return {
    text: textOf(numbers),
    numbers: numbers.map(({ text, read, confidence, isCorrected }) => ({ text, read, confidence, isCorrected })),
    digits: digitsOf(ink, numbers, unsureBelow),
    isUnsure: numbers.length === 0 || !numbers.every((number) => isSureNumber(number, unsureBelow)),
    isCorrected: numbers.some((number) => number.isCorrected),
    corrections,
  };
}

/**
 * @param {Ink | null} ink
 * @param {ShownNumber[]} numbers
 * @param {number} unsureBelow
 * @returns {KeptDigit[]} from the first number to the last; neither separators nor what was deleted
 */
function digitsOf(ink, numbers, unsureBelow) {
  const parts = numbers.flatMap((number) => number.parts);
  const strokes = ownStrokes(ink ?? [], parts);
  const trusted = new Set(
    numbers.flatMap((number) => (number.isCorrected || !isGuess(number, unsureBelow) ? number.parts : [])),
  );
  return parts.flatMap((part, index) => {
    if (!/^[0-9?]$/.test(part.text)) return [];
    const { text, isCorrected } = part;
    return [{ text, isCorrected, isTrusted: trusted.has(part), strokes: strokes[index] }];
  });
}
