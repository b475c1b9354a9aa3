import { textOf, shownReading } from '../../shared/reading/shown-reading.js';
import { isGuess, isSureNumber } from '../../shared/reading/sureness.js';
import { newId } from '../../shared/new-id.js';
import { ownStrokes } from '../../shared/digit-strokes.js';
import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };

/**
 * A record of the history: a drawing with its strokes, or a picture made small, and what was read of it.
 *
 * @import { Corrections } from '../../shared/reading/correct.js'
 * @import { ShownNumber } from '../../shared/reading/shown-reading.js'
 * @import { Drawing, Ink } from '../../shared/strokes.js'
 * @import { Shrinker } from '../../shared/pictures/shrinker.js'
 * @import { Picture } from '../../picture/pictures.js'
 * @import { Reading } from '../../reader/reading.js'
 *
 * @typedef {{ text: string, read: string, confidence: number, isCorrected: boolean }} KeptNumber text is what counts,
 *   read what the reader said
 * @typedef {{ text: string, isTrusted: boolean, isCorrected: boolean, strokes: Ink | null }} KeptDigit text is 0 to 9 or
 *   '?'; isTrusted where the reader was sure, or a person has looked at the number; strokes are null where nobody knows
 *   which are its own, as in a picture
 * @typedef {Pick<Picture, 'name' | 'size' | 'area'> & Partial<Pick<Picture, 'turned'>>} KeptPicture size of what was opened,
 *   area what of it was read, in its pixels; null for all; turned: from which side it is to be read
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
 * @typedef {{ blob: Blob, scale: number }} SmallPicture scale: its pixels to those of the picture that was opened
 */

/** Bytes; smaller files are kept as they are. */
const SMALL_FILE = 500_000;
/** Bytes that no kept picture is larger than. */
const LARGEST_FILE = 2_000_000;
/** Pixels; the reader itself looks at no more, so that a picture out of the history reads the same. */
const LONGEST_SIDE = preprocessing.picture.longestSide;

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
 * @param {Pick<Picture, 'name' | 'size' | 'area' | 'turned' | 'reading' | 'history'>} picture
 * @param {number} unsureBelow
 * @returns {Content}
 */
export function contentOfPicture({ name, size, area, turned, reading, history }, unsureBelow) {
  const content = contentOf({ ink: null, corrections: history.now }, reading, unsureBelow);
  return { ...content, ink: null, picture: { name, size, area, turned } };
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

/**
 * @param {Blob} file
 * @param {{ width: number, height: number }} size in pixels
 * @param {Shrinker['shrink']} shrink
 * @returns {Promise<SmallPicture | null>} null where it cannot be made small
 */
export async function smallPicture(file, { width, height }, shrink) {
  if (file.size <= SMALL_FILE) return { blob: file, scale: 1 };
  const shrunk = await shrink(async () => file, LONGEST_SIDE);
  if (!shrunk || shrunk.blob.size > LARGEST_FILE) return null;
  return { blob: shrunk.blob, scale: Math.min(1, LONGEST_SIDE / Math.max(width, height)) };
}

/**
 * @param {Content} content
 * @param {SmallPicture | null} small
 * @param {{ id: string, time: number }} which
 * @returns {KeptReading}
 */
export function recordOf(content, small, { id, time }) {
  const bytes = JSON.stringify(content).length + (small?.blob.size ?? 0);
  return { ...content, id, time, revision: newId(), bytes, scale: small?.scale ?? null };
}
