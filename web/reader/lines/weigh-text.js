import { median } from '../math.js';
import { NOT_A_DIGIT } from '../network/classes.js';
import { END, kindOf } from './notation.js';

/** @typedef {import('./strip-words.js').Seen} Seen */

// Fitted to strings of training writers, and to the check amounts in orand-car-a.

/** The network for digits counts so much beside the one for strings. */
const DIGITS_WEIGHT = 0.5;

/** What is usual in numbers counts so much beside the pad's search, which follows all that ink may be. */
const NOTATION_WEIGHT = 0.5;

/** However sure it is, the other may be right. */
const LEAST = 1e-4;

/** Signs other than digits cost so many nats: most strokes that lean or bend on paper are a 1. */
const COSTS = new Map([
  ...Array.from(',-:+×÷=%$', (sign) => /** @type {[string, number]} */ ([sign, 1])),
  ...Array.from('/()', (sign) => /** @type {[string, number]} */ ([sign, 2])),
  ['?', 3.5],
]);

/** A dash is so many times as wide as high; what is not costs so many nats: it is a point, however high it lies. */
const DASH = 1.5;
const NO_DASH = 3;

/** Operators of sums are at least so high or wide, in heights of a digit: what is smaller is a point for the same cost. */
const OPERATOR = 0.3;

/** A digit is no smaller than so many heights of its number's: what is smaller is a comma's, and costs so many nats. */
const LEAST_DIGIT = 0.45;
const NO_DIGIT = 3;

/** In a sum, what leans so far, and is so high or so far from its neighbors, in digits' heights, is a slash and no 1, by so many nats. */
const LEANS = 0.35;
const HIGH = 1.3;
const APART = 0.35;
const A_SLASH = 2;

/** What ends so can be divided, also out of sight, and by what begins so. */
const DIVIDED = /(^|[\d)])$/;
const DIVISOR = /^[\d(]/;

/** A sign that makes no sense where it stands costs so many nats besides. */
const ODD = 2;

/** An operator of nothing, and a currency or a percent sign within a number. */
const ODD_SIGNS = /[+×÷](?![\d(])|\d\$(?=\d)|%(?=\d)/g;

/** In these a bracket that is not one of a pair is odd, too. Elsewhere it may be a letter's side. */
const SUM_OR_NUMBER = /\d[-+×÷/=]|(\d\D?){3}/;

/**
 * What speaks for a text beside the network for strings: the ink of its signs, what the network for digits says of it, and
 * how usual it is.
 *
 * @param {string} text
 * @param {Seen[]} seen what each of its signs is seen in
 * @param {{ written: string, notation: import('./notation.js').Notation, ofSum: boolean }} known `written`: what of it is taken
 *   for written; `ofSum`: it is a part of a line that is a sum
 * @returns {number} nats, the more the likelier
 */
export function weighText(text, seen, { written, notation, ofSum }) {
  const height = median(seen.flatMap(({ box }, at) => (isDigit(text[at]) ? [box.height] : [])));
  const signs = seen.reduce((sum, one, at) => sum + weighSign(text[at], one, height), 0);
  const slashes = ofSum || isSum(text) ? seen.reduce((sum, _, at) => sum + slashAt(text, seen, at, height), 0) : 0;
  return signs + slashes + NOTATION_WEIGHT * gainOf(written, notation) - ODD * oddIn(written);
}

/** @param {string} sign */
export const isDigit = (sign) => sign >= '0' && sign <= '9';

/** @param {string} text of a line */
export const isSum = (text) => /\d.*[+×÷(]|[+×÷(].*\d/.test(text);

/**
 * How much speaks for a slash or against a 1.
 *
 * @param {string} text of a sum
 * @param {Seen[]} seen
 * @param {number} at
 * @param {number} height of a digit
 */
function slashAt(text, seen, at, height) {
  const { box, isWhole } = seen[at];
  const isBetween = DIVIDED.test(text.slice(0, at)) && DIVISOR.test(text.slice(at + 1));
  if (!'1/'.includes(text[at]) || !isBetween || !isWhole || box.width < LEANS * box.height) return 0;
  const before = at > 0 ? box.x - seen[at - 1].box.x - seen[at - 1].box.width : Infinity;
  const after = seen[at + 1].box.x - box.x - box.width;
  if (box.height < HIGH * height && Math.min(before, after) < APART * height) return 0;
  return text[at] === '/' ? A_SLASH : -A_SLASH;
}

/** How much more usual a text is than its signs in any order, in nats. @param {string} text @param {import('./notation.js').Notation} notation */
function gainOf(text, { start, after, gain }) {
  let [context, sum] = [start, 0];
  for (const kind of Array.from(text, kindOf)) {
    sum += gain(kind, context);
    context = after(context, kind);
  }
  return sum + gain(END, context);
}

/** @param {string} text @returns {number} signs that make no sense where they stand */
function oddIn(text) {
  const odd = text.match(ODD_SIGNS)?.length ?? 0;
  if (!SUM_OR_NUMBER.test(text)) return odd;
  const signs = Array.from(text);
  const count = (/** @type {string} */ wanted) => signs.filter((sign) => sign === wanted).length;
  return odd + Math.abs(count('(') - count(')')) + count('?');
}

/** @param {string} sign @param {Seen} seen @param {number} height of a digit */
function weighSign(sign, { probabilities, isWhole, box }, height) {
  const isDot =
    sign === '-' ? box.width < DASH * box.height : '+×÷='.includes(sign) && isWithin(box, OPERATOR * height);
  const cost = (COSTS.get(sign) ?? 0) + (isWhole && isDot ? NO_DASH : 0);
  // The network for digits knows nothing of separators.
  if (!isDigit(sign) && sign !== '?') return -cost;
  const isSmall = isWhole && isWithin(box, LEAST_DIGIT * height);
  const own = probabilities[isDigit(sign) ? Number(sign) : NOT_A_DIGIT];
  return DIGITS_WEIGHT * Math.log(Math.max(LEAST, own)) - cost - (isSmall ? NO_DIGIT : 0);
}

/** @param {import('../ink/rasterize.js').Box} box @param {number} size */
const isWithin = ({ width, height }, size) => Math.max(width, height) < size;
