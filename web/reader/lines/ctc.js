import preprocessing from '../preprocessing.json' with { type: 'json' };
import { addLogs } from '../math.js';

/**
 * Texts out of what a network says of each frame of a strip: connectionist temporal classification (Graves et al.
 * 2006). A text is any sequence of symbols, one a frame, once those that repeat are taken together and blanks left out.
 */

/** Everything that a frame can be, in the network's order. The first is blank. */
export const SYMBOLS = ['', ...preprocessing.strip.symbols];

/** Texts followed at each frame. */
const KEPT = 16;

/** The logarithm of a symbol's least probability that is worth following. */
const LEAST = -9;

/**
 * @typedef {{ blank: number, symbol: number }} Ends logarithms of a text's probability, of the paths that end in a blank
 *   and in its last symbol
 * @typedef {{ text: string, score: number }} Text `score` is the logarithm of its probability
 */

/**
 * The likeliest texts (prefix beam search: Hannun et al., "First-pass large vocabulary continuous speech recognition
 * using bi-directional recurrent DNNs", 2014).
 *
 * @param {Float32Array} frames logarithms of probabilities, of every symbol for every frame
 * @param {(text: string) => boolean} [mayBegin] whether a text may begin so
 * @returns {Text[]} best first
 */
export function likeliestTexts(frames, mayBegin = () => true) {
  /** @type {Map<string, Ends>} */
  let texts = new Map([['', { blank: 0, symbol: -Infinity }]]);
  for (let start = 0; start < frames.length; start += SYMBOLS.length) {
    /** @type {Map<string, Ends>} */
    const next = new Map();
    const of = (/** @type {string} */ text) => {
      const known = next.get(text) ?? { blank: -Infinity, symbol: -Infinity };
      next.set(text, known);
      return known;
    };
    for (const [text, { blank, symbol }] of texts) {
      const both = addLogs(blank, symbol);
      const last = text[text.length - 1];
      const same = of(text);
      same.blank = addLogs(same.blank, both + frames[start]);
      for (let index = 1; index < SYMBOLS.length; index++) {
        const score = frames[start + index];
        if (SYMBOLS[index] === last) same.symbol = addLogs(same.symbol, symbol + score);
        const longer = text + SYMBOLS[index];
        if (score < LEAST || !mayBegin(longer)) continue;
        const grown = of(longer);
        // The same twice needs a blank between.
        grown.symbol = addLogs(grown.symbol, (SYMBOLS[index] === last ? blank : both) + score);
      }
    }
    texts = new Map([...next].sort((a, b) => total(b[1]) - total(a[1])).slice(0, KEPT));
  }
  return [...texts].map(([text, ends]) => ({ text, score: total(ends) }));
}

/** @param {Ends} ends */
const total = ({ blank, symbol }) => addLogs(blank, symbol);

/**
 * Finds how likely a text is, by all paths (the forward algorithm).
 *
 * @param {Float32Array} frames as above
 * @param {string} text
 * @returns {number} the logarithm of its probability
 */
export function scoreOf(frames, text) {
  const states = statesOf(text);
  let scores = states.map((symbol, state) => (state < 2 ? frames[symbol] : -Infinity));
  for (let start = SYMBOLS.length; start < frames.length; start += SYMBOLS.length) {
    const before = scores;
    scores = states.map((symbol, state) => {
      let sum = before[state];
      for (let back = 1; back <= stepsBack(states, state); back++) sum = addLogs(sum, before[state - back]);
      return sum + frames[start + symbol];
    });
  }
  return addLogs(scores[scores.length - 1], scores[scores.length - 2] ?? -Infinity);
}

/** A text's symbols with blanks between, before and after all. @param {string} text */
const statesOf = (text) => [0, ...Array.from(text).flatMap((sign) => [SYMBOLS.indexOf(sign), 0])];

/**
 * Tells how many states back a path may come from: it may skip a blank, unless the same character would follow itself.
 *
 * @param {number[]} states
 * @param {number} state
 */
const stepsBack = (states, state) => Math.min(state, states[state] && states[state - 2] !== states[state] ? 2 : 1);

/**
 * Finds the frames in which each character of a text is most likely seen (Viterbi, 1967).
 *
 * @param {Float32Array} frames as above
 * @param {string} text
 * @returns {{ from: number, to: number }[] | null} frames of each character, `to` not included; null where the text does
 *   not fit into so many frames
 */
export function align(frames, text) {
  const count = frames.length / SYMBOLS.length;
  const states = statesOf(text);
  let scores = states.map((symbol, state) => (state < 2 ? frames[symbol] : -Infinity));
  const steps = [];
  for (let frame = 1; frame < count; frame++) {
    const before = scores;
    const step = new Uint8Array(states.length);
    scores = states.map((symbol, state) => {
      let best = before[state];
      for (let back = 1; back <= stepsBack(states, state); back++) {
        if (before[state - back] > best) [best, step[state]] = [before[state - back], back];
      }
      return best + frames[frame * SYMBOLS.length + symbol];
    });
    steps.push(step);
  }
  let state = states.length - 1;
  if (state > 0 && scores[state - 1] > scores[state]) state--;
  if (scores[state] === -Infinity) return null;
  const spans = Array.from(text, () => ({ from: count, to: 0 }));
  for (let frame = count - 1; frame >= 0; frame--) {
    if (state % 2) {
      const span = spans[state >> 1];
      span.from = frame;
      span.to = Math.max(span.to, frame + 1);
    }
    if (frame > 0) state -= steps[frame - 1][state];
  }
  return spans;
}
