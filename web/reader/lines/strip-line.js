import { once } from '../lazy.js';
import { addLogs, median } from '../math.js';
import { NOT_A_DIGIT } from '../network/classes.js';
import { align, likeliestTexts, scoreOf } from './ctc.js';
import { ANY_NOTATION, END, kindOf } from './notation.js';
import { framesBetween, looker, viewsOf } from './strip-words.js';

/**
 * @typedef {import('../reading.js').Line} Line
 * @typedef {import('../reading.js').ReadLine} ReadLine
 * @typedef {import('./strip-words.js').Seen} Seen
 * @typedef {import('./strip-words.js').Word} Word
 * @typedef {{
 *   classify: import('./strip-words.js').Classify,
 *   signOf: (image: Float32Array) => string | null,
 *   notation?: import('./notation.js').Notation,
 * }} Digits the network for single digits, and how numbers are written
 * @typedef {{ text: string, score: number, seen: Seen[] }} Candidate `score` is the logarithm of how likely it is
 */

/** Texts of each view whose digits are looked at one by one. */
const CANDIDATES = 6;

// Fitted to strings of training writers, and to half of the check amounts in orand-car-a.

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

/** Nobody writes a minus before a 0 that another digit follows: it is a rest of a line that fills a field, and left out. */
const FILLED = /^-(?=0\d)/;

/** A minus stands by itself before its number: a line that runs into the first digit costs so many nats, as a rest of a rule. */
const JOINED = 4;

/** A dash is so many times as wide as high; what is not costs so many nats: it is a point, however high it lies. */
const DASH = 1.5;
const NO_DASH = 3;

/** Operators of sums are at least so high or wide, in heights of a digit: what is smaller is a point for the same cost. */
const OPERATOR = 0.3;

/** A sign that makes no sense where it stands costs so many nats besides. */
const ODD = 2;

/** An operator of nothing, and a currency or a percent sign within a number. */
const ODD_SIGNS = /[+×÷](?![\d(])|(?<=\d)\$(?=\d)|%(?=\d)/g;

/** In these a bracket that is not one of a pair is odd, too. Elsewhere it may be a letter's side. */
const SUM_OR_NUMBER = /\d[-+×÷/=]|(\d\D?){3}/;

/** The logarithm of a view's least share: others may see a text that it does not see at all. */
const WORST = -30;

/** The logarithm of how likely a separator of a mask has no ink. */
const ABSENT = Math.log(0.02);

/**
 * A line of a picture: the network for strings says what it may be, and the one for digits looks at each digit of that.
 *
 * @param {Word[]} words from left to right
 * @param {Digits} digits
 * @returns {Line}
 */
export function toStripLine(words, digits) {
  const free = once(() => toCandidates(words, digits, textsOf));
  return {
    read(mask = null) {
      if (mask === null) return withSigns(choose(free(), []), digits.signOf);
      const found = toCandidates(words, digits, (frames) => textsLike(frames, mask));
      return choose(
        found.map((one) => ({ ...one, score: one.score + (mask.length - one.text.length) * ABSENT })),
        free(),
        mask,
      );
    },
    between(from, to) {
      const { seen } = best(free());
      const start = from > 0 ? (seen[from - 1].to + seen[from].from) >> 1 : 0;
      const end = to < seen.length ? (seen[to - 1].to + seen[to].from) >> 1 : Infinity;
      return toStripLine(framesBetween(words, start, end), digits);
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

/** @param {string} sign */
const isDigit = (sign) => sign >= '0' && sign <= '9';

/** @param {string} mask */
const digitsOf = (mask) => Array.from(mask).filter((sign) => sign === '#');

/**
 * @param {Word[]} words
 * @param {Digits} digits
 * @param {(frames: Float32Array) => string[]} find texts in a view, best first
 * @returns {Candidate[]}
 */
function toCandidates(words, { classify, notation = ANY_NOTATION }, find) {
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
    const written = text.replace(FILLED, '');
    const usual = NOTATION_WEIGHT * gainOf(written, notation) - ODD * oddIn(written);
    const height = median(seen.flatMap(({ box }, at) => (isDigit(text[at]) ? [box.height] : [])));
    const joined = text[0] === '-' && !seen[0].isWhole ? JOINED : 0;
    const score = seen.reduce((sum, one, at) => sum + weigh(text[at], one, height), whole + usual - joined);
    const known = found.get(written);
    if (known && known.score >= score) continue;
    found.set(written, { text: written, score, seen: seen.slice(text.length - written.length) });
  }
  return [...found.values()];
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
  return odd + Math.abs(signs.filter((sign) => sign === '(').length - signs.filter((sign) => sign === ')').length);
}

/** @param {string} sign @param {Seen} seen @param {number} height of a digit */
function weigh(sign, { probabilities, isWhole, box }, height) {
  const isDot =
    sign === '-' ? box.width < DASH * box.height : '+×÷='.includes(sign) && isWithin(box, OPERATOR * height);
  const cost = (COSTS.get(sign) ?? 0) + (isWhole && isDot ? NO_DASH : 0);
  // The network for digits knows nothing of separators.
  if (!isDigit(sign) && sign !== '?') return -cost;
  const own = probabilities[isDigit(sign) ? Number(sign) : NOT_A_DIGIT];
  return DIGITS_WEIGHT * Math.log(Math.max(LEAST, own)) - cost;
}

/** @param {import('../ink/rasterize.js').Box} box @param {number} size */
const isWithin = ({ width, height }, size) => Math.max(width, height) < size;

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
  const parts = line.parts.map((part) => (part.text === '?' ? { ...part, text: signOf(part.image) ?? '?' } : part));
  return { ...line, parts, text: parts.map(({ text }) => text).join('') };
}

/** @param {Candidate[]} candidates */
const best = (candidates) => candidates.reduce((one, other) => (other.score > one.score ? other : one));

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
