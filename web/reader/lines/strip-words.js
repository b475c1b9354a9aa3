import preprocessing from '../preprocessing.json' with { type: 'json' };
import { inkBetween } from '../image/cut-between.js';
import { maskBox, normalize } from '../image/normalize.js';
import { SYMBOLS } from './ctc.js';

/**
 * @typedef {import('../image/cut-between.js').Cut} Cut
 * @typedef {import('../image/normalize.js').Mask} Mask
 * @typedef {import('../image/normalize.js').Strip} Strip
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {(images: Float32Array) => Float32Array} Classify
 * @typedef {{
 *   views: Float32Array[],
 *   first: number,
 *   strip: Strip,
 *   glyph: Mask,
 *   cut: (from: number, to: number) => Cut,
 *   left: Cut | null,
 *   right: Cut | null,
 *   toPicture: (box: Box) => Box,
 * }} Word ink that is read by itself, of its glyph what lies between two cuts; and what the network for strings says of
 *   its strip, from the frame `first` on
 * @typedef {{
 *   from: number,
 *   to: number,
 *   box: Box,
 *   image: Float32Array,
 *   probabilities: Float32Array,
 *   isWhole: boolean,
 * }} Seen ink that a character is seen in, and its frames among the line's; whole where no ink was cut
 */

/** Columns of a strip for each frame. */
const FRAME = preprocessing.strip.columnsPerFrame;

/**
 * Looks at the ink of each character; texts share most of theirs, so what was seen is kept.
 *
 * @param {Word[]} words
 * @param {Classify} classify
 * @returns {(spans: { from: number, to: number }[]) => Seen[]}
 */
export function looker(words, classify) {
  /** @type {Map<string, Omit<Seen, 'from' | 'to'>>} */
  const known = new Map();
  const starts = words.map((_, at) => words.slice(0, at).reduce((sum, word) => sum + lengthOf(word), 0));
  return (spans) => {
    const places = spans.map(({ from, to }) => {
      const at = starts.findLastIndex((start) => start <= from);
      return { from, to, at, x: columnOf(words[at], (from + to) / 2 - starts[at]) };
    });
    return places.map(({ from, to, at, x }, index) => {
      const [before, after] = [places[index - 1], places[index + 1]];
      const word = words[at];
      const left = before?.at === at ? word.cut(before.x, x) : word.left;
      const right = after?.at === at ? word.cut(x, after.x) : word.right;
      const key = [at, left?.middle, right?.middle].join();
      const found = known.get(key) ?? lookAt(word, left, right, classify);
      known.set(key, found);
      return { from, to, ...found };
    });
  };
}

/** Places a frame of its word within the glyph. @param {Word} word @param {number} frame */
const columnOf = ({ strip, first }, frame) => ((first + frame) * FRAME - strip.left) / strip.scale;

/** @param {Word} word */
const lengthOf = ({ views }) => views[0].length / SYMBOLS.length;

/**
 * @param {Word} word
 * @param {Cut | null} left
 * @param {Cut | null} right
 * @param {Classify} classify
 * @returns {Omit<Seen, 'from' | 'to'>}
 */
function lookAt({ glyph, toPicture }, left, right, classify) {
  const ink = inkBetween(glyph, left, right);
  const image = normalize(ink);
  const found = maskBox(ink);
  const box = toPicture(found ?? { x: left?.middle ?? 0, y: 0, width: 1, height: glyph.height });
  // Two cuts that are one leave nothing between: a thin digit that others run into.
  const isWhole = found !== null && !left?.ink && !right?.ink;
  return { box, image, probabilities: classify(image), isWhole };
}

/**
 * @param {Word[]} words
 * @param {number} start frame of the line
 * @param {number} end not included
 * @returns {Word[]} what of them lies between
 */
export function framesBetween(words, start, end) {
  let offset = 0;
  return words.flatMap((word) => {
    const from = Math.max(0, start - offset);
    const to = Math.min(lengthOf(word), end - offset);
    offset += lengthOf(word);
    if (from >= to) return [];
    // Leaning views have their characters in other frames: of a part, the upright view alone counts.
    const part = word.views[0].subarray(from * SYMBOLS.length, to * SYMBOLS.length);
    const isAll = from === 0 && to === lengthOf(word);
    const around = (/** @type {number} */ frame) => word.cut(columnOf(word, frame - 1), columnOf(word, frame + 1));
    return [
      {
        ...word,
        views: isAll ? word.views : word.views.map(() => part),
        first: word.first + from,
        left: from > 0 ? around(from) : word.left,
        right: to < lengthOf(word) ? around(to) : word.right,
      },
    ];
  });
}

/**
 * Joins the network's answers of a line's words, for the upright view and for each that leans further.
 *
 * @param {Word[]} words
 * @returns {Float32Array[]}
 */
export function viewsOf(words) {
  return words[0].views.map((_, view) => {
    const whole = new Float32Array(words.reduce((sum, { views }) => sum + views[view].length, 0));
    let at = 0;
    for (const { views } of words) {
      whole.set(views[view], at);
      at += views[view].length;
    }
    return whole;
  });
}
