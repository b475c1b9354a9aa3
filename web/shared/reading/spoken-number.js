import { signWords } from './spoken-lines.js';
import { text as textOf } from '../../texts/texts.js';

/** More signs than this are not taken in as one number by ear. */
const LONG = 4;

/**
 * A number as a screen reader should say it: a long one digit by digit, and what it would pass over in words.
 * @param {string} text '2047', '20?7', '10:45'
 */
export function spokenNumber(text) {
  if (text.length <= LONG && !/[?/-]/.test(text)) return text;
  const words = Array.from(text, (sign, place) =>
    sign === '-' && place === 0 ? textOf('speech.minus') : signWords(sign),
  );
  return words.join(' ');
}
