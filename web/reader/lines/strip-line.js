import { once } from '../lazy.js';
import { addLogs, groupBy } from '../math.js';
import { align, likeliestTexts, scoreOf } from './ctc.js';
import { ANY_NOTATION } from './notation.js';
import { framesBetween, looker, viewsOf } from './strip-words.js';
import { isDigit, isSum, weighText } from './weigh-text.js';

/**
 * @typedef {import('../reading.js').Line} Line
 * @typedef {import('../reading.js').ReadLine} ReadLine
 * @typedef {import('./strip-words.js').Seen} Seen
 * @typedef {import('./strip-words.js').Word} Word
 * @typedef {{
 *   classify: import('./strip-words.js').Classify,
 *   signOf: (image: Float32Array, likely?: number) => string | null,
 *   notation?: import('./notation.js').Notation,
 * }} Digits the network for single digits, and how numbers are written
 * @typedef {{ text: string, score: number, seen: Seen[] }} Candidate `score` is the logarithm of how likely it is
 */

/** Texts of each view whose digits are looked at one by one. */
const CANDIDATES = 6;

/** Nobody writes a minus before a 0 that another digit follows: it is a rest of a line that fills a field, and left out. */
const FILLED = /^-(?=0\d)/;

/** So is a line that runs into the first digit: a minus stands by itself. */
const JOINED = /^-(?=\d)/;

/** What parts digits, or ends them, and could be none. A bracket, or a slash between two digits, may be a 1. */
const SEPARATORS = /[^0-9?/()]|^\/|\/$/g;

/** In a sum, what is no digit is a sign that the network for digits knows, by so many nats. */
const OF_SUM = 2;

/** The logarithm of a view's least share: others may see a text that it does not see at all. */
const WORST = -30;

/** The logarithm of how likely a separator of a mask has no ink. */
const ABSENT = Math.log(0.02);

/**
 * A line of a picture: the network for strings says what it may be, and the one for digits looks at each digit of that.
 *
 * @param {Word[]} words from left to right
 * @param {Digits} digits
 * @param {boolean} [ofSum] it is a part of a line that is a sum
 * @returns {Line}
 */
export function toStripLine(words, digits, ofSum = false) {
  const free = once(() => toCandidates(words, { ...digits, ofSum }, textsOf));
  return {
    read(mask = null) {
      if (mask === null) return withSigns(choose(free(), []), digits.signOf);
      const found = toCandidates(words, { ...digits, ofSum }, (frames) => textsLike(frames, mask));
      return choose(
        found.map((one) => ({ ...one, score: one.score + (mask.length - one.text.length) * ABSENT })),
        free(),
        mask,
      );
    },
    between(from, to) {
      const { seen, text } = best(free());
      const start = from > 0 ? (seen[from - 1].to + seen[from].from) >> 1 : 0;
      const end = to < seen.length ? (seen[to - 1].to + seen[to].from) >> 1 : Infinity;
      return toStripLine(framesBetween(words, start, end), digits, ofSum || isSum(text));
    },
  };
}

/** @param {Float32Array} frames @returns {string[]} */
const textsOf = (frames) => likeliestTexts(frames).map(({ text }) => text);

/**
 * Texts that look like a mask, with its separators or without any: printed fields have them already.
 *
 * @param {Float32Array} frames
 * @param {string} mask
 * @returns {string[]} without separators where there is no ink of them
 */
function textsLike(frames, mask) {
  const digits = '#'.repeat(digitsOf(mask).length);
  return [...new Set([mask, digits])].flatMap((wanted) => {
    const fits = (/** @type {string} */ text) =>
      text.length <= wanted.length && Array.from(text).every((sign, at) => isLike(sign, wanted[at]));
    return likeliestTexts(frames, fits).flatMap(({ text }) => (text.length === wanted.length ? [text] : []));
  });
}

/** @param {string} sign @param {string} wanted of a mask */
const isLike = (sign, wanted) => (wanted === '#' ? isDigit(sign) : sign === wanted);

/** @param {string} mask */
const digitsOf = (mask) => Array.from(mask).filter((sign) => sign === '#');

/**
 * @param {Word[]} words
 * @param {Digits & { ofSum: boolean }} digits
 * @param {(frames: Float32Array) => string[]} find texts in a view, best first
 * @returns {Candidate[]}
 */
function toCandidates(words, { classify, notation = ANY_NOTATION, ofSum }, find) {
  const views = viewsOf(words);
  const texts = new Set(views.flatMap((frames) => find(frames).slice(0, CANDIDATES)));
  const look = looker(words, classify);
  /** @type {Map<string, Candidate>} */
  const found = new Map();
  for (const text of texts) {
    const spans = text && align(views[0], text);
    if (!spans) continue;
    const seen = look(spans);
    const whole = views.reduce((sum, frames) => sum + Math.max(WORST, scoreOf(frames, text)), 0) / views.length;
    const written = seen[0].isWhole ? text.replace(FILLED, '') : text.replace(JOINED, '');
    const score = whole + weighText(text, seen, { written, notation, ofSum });
    const known = found.get(written);
    if (known && known.score >= score) continue;
    found.set(written, { text: written, score, seen: seen.slice(text.length - written.length) });
  }
  return [...found.values()];
}

/**
 * The best of all.
 *
 * @param {Candidate[]} candidates
 * @param {Candidate[]} rivals that are not to be chosen, but may be right
 * @param {string | null} [mask] that texts without separators get theirs from
 * @returns {ReadLine | null}
 */
function choose(candidates, rivals, mask = null) {
  if (!candidates.length) return null;
  const texts = new Set(candidates.map(({ text }) => text));
  const all = [...candidates, ...rivals.filter(({ text }) => !texts.has(text))];
  const total = all.reduce((sum, { score }) => addLogs(sum, score), -Infinity);
  const shareOf = (/** @type {Candidate} */ { score }) => Math.exp(score - total);
  const chosen = best(candidates);
  const parts = chosen.seen.map(({ box, image, probabilities }, at) => {
    const same = all.filter((other) => seesSame(other, chosen, at));
    const confidence = same.reduce((sum, other) => sum + shareOf(other), 0);
    return { text: chosen.text[at], confidence, box, image, probabilities: Array.from(probabilities) };
  });
  const others = candidates.filter((other) => other !== chosen).sort((a, b) => b.score - a.score);
  return {
    text: mask && mask.length > chosen.text.length ? fill(mask, chosen.text) : chosen.text,
    parts,
    confidence: shareOf(chosen),
    alternatives: others.map((other) => ({ text: other.text, confidence: shareOf(other) })),
  };
}

/**
 * What the network for strings takes for no sign that it knows, and the one for digits for one of them.
 *
 * @param {ReadLine | null} line
 * @param {Digits['signOf']} signOf
 * @returns {ReadLine | null}
 */
function withSigns(line, signOf) {
  if (!line?.text.includes('?')) return line;
  const likely = isSum(line.text) ? OF_SUM : 0;
  const parts = line.parts.map((part) =>
    part.text === '?' ? { ...part, text: signOf(part.image, likely) ?? '?' } : part,
  );
  return { ...line, parts, text: parts.map(({ text }) => text).join('') };
}

/**
 * The likeliest text of those whose digits are likeliest, whatever separators stand between.
 *
 * @param {Candidate[]} candidates
 * @returns {Candidate}
 */
function best(candidates) {
  const sameDigits = [...groupBy(candidates, ({ text }) => text.replace(SEPARATORS, '')).values()];
  const total = (/** @type {Candidate[]} */ group) => group.reduce((sum, { score }) => addLogs(sum, score), -Infinity);
  return likeliest(likeliest(sameDigits, total), ({ score }) => score);
}

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => number} weigh
 * @returns {T} the first that weighs most
 */
function likeliest(all, weigh) {
  return all.reduce((one, other) => (weigh(other) > weigh(one) ? other : one));
}

/**
 * Tells whether a text has the same character as another, in the same place.
 *
 * @param {Candidate} other
 * @param {Candidate} chosen
 * @param {number} at
 */
function seesSame(other, chosen, at) {
  const { from, to } = chosen.seen[at];
  return other.seen.some((seen, index) => other.text[index] === chosen.text[at] && seen.from < to && seen.to > from);
}

/** @param {string} mask @param {string} digits @returns {string} */
function fill(mask, digits) {
  let at = 0;
  return Array.from(mask, (sign) => (sign === '#' ? digits[at++] : sign)).join('');
}
