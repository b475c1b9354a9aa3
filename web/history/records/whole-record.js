import { isCorrections, isCrop, isTurned } from '../../shared/reading/whole.js';
import {
  both,
  having,
  isCoordinate,
  isFlag,
  isInk,
  isNumber,
  isShare,
  isSize,
  isText,
  isTime,
  listOf,
  orNull,
} from '../../shared/shapes.js';

/** @import { KeptReading } from './kept-reading.js' */

const isKeptNumber = having({ text: isText, read: isText, confidence: isShare, isCorrected: isFlag });

const isKeptDigit = having({
  text: (text) => isText(text) && /^[0-9?]$/.test(text),
  isTrusted: isFlag,
  isCorrected: isFlag,
  strokes: orNull(isInk),
});

const isKeptPicture = having({ name: isText, size: isSize, area: isCrop, turned: isTurned });

const isRecord = having({
  id: isText,
  revision: isText,
  time: isTime,
  bytes: isCoordinate,
  scale: orNull(both(isNumber, (scale) => scale > 0)),
  text: isText,
  numbers: listOf(isKeptNumber),
  digits: listOf(isKeptDigit),
  isUnsure: isFlag,
  isCorrected: isFlag,
  corrections: isCorrections,
  ink: orNull(isInk),
  picture: orNull(isKeptPicture),
});

/**
 * @param {unknown} value out of the database, which another version may have written, or a disk spoiled
 * @returns {value is KeptReading} whether everything that the page takes for granted of a record is there
 */
export const isWhole = (value) => isRecord(value);
