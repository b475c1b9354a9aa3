import preprocessing from '../preprocessing.json' with { type: 'json' };

/**
 * Texts out of what a network says of each frame of a strip: connectionist temporal classification (Graves et al.
 * 2006). A text is any sequence of symbols, one a frame, once those that repeat are taken together and blanks left out.
 */

/** Everything that a frame can be, in the network's order. The first is blank. */
export const SYMBOLS = ['', ...preprocessing.strip.symbols];

/** Texts followed at each frame. */
const KEPT = 16;

/** A symbol's least probability that is worth following. */
const LEAST = Math.exp(-9);

/**
 * @typedef {{ text: string, score: number }} Text `score` is the logarithm of its probability
 * @typedef {object} Prefix the beginning of texts
 * @property {string} text
 * @property {number} last its last symbol
 * @property {(Prefix | undefined)[]} longer by the symbol that follows
 * @property {number} blank probability of the paths that end in a blank ...
 * @property {number} symbol ... and of those that end in its last symbol
 * @property {number} nextBlank the same with the frame that is looked at
 * @property {number} nextSymbol
 * @property {number} frame the last that it was looked at in
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
  const chances = Float64Array.from(frames, Math.exp);
  let kept = [{ ...toPrefix('', 0), blank: 1 }];
  let scale = 0;
  for (let start = 0; start < chances.length; start += SYMBOLS.length) {
    const next = grow(kept, chances, start, mayBegin);
    for (const prefix of next) [prefix.blank, prefix.symbol] = [prefix.nextBlank, prefix.nextSymbol];
    kept = next.sort((a, b) => total(b) - total(a)).slice(0, KEPT);
    // Products of many probabilities would vanish: the best is 1, and what it was is kept aside.
    const most = total(kept[0]);
    for (const prefix of kept) {
      prefix.blank /= most;
      prefix.symbol /= most;
    }
    scale += Math.log(most);
  }
  return kept.map((prefix) => ({ text: prefix.text, score: scale + Math.log(total(prefix)) }));
}

/** @param {string} text @param {number} last @returns {Prefix} */
const toPrefix = (text, last) => ({
  text,
  last,
  longer: [],
  blank: 0,
  symbol: 0,
  nextBlank: 0,
  nextSymbol: 0,
  frame: -1,
});

/**
 * @param {Prefix[]} kept
 * @param {Float64Array} chances
 * @param {number} start of the frame
 * @param {(text: string) => boolean} mayBegin
 * @returns {Prefix[]} what they are with this frame, and what they grow to
 */
function grow(kept, chances, start, mayBegin) {
  /** @type {Prefix[]} */
  const next = [];
  const look = (/** @type {Prefix} */ prefix) => {
    if (prefix.frame === start) return prefix;
    [prefix.nextBlank, prefix.nextSymbol, prefix.frame] = [0, 0, start];
    next.push(prefix);
    return prefix;
  };
  for (const prefix of kept) {
    const both = total(prefix);
    look(prefix).nextBlank += both * chances[start];
    if (prefix.last) prefix.nextSymbol += prefix.symbol * chances[start + prefix.last];
    for (let symbol = 1; symbol < SYMBOLS.length; symbol++) {
      const chance = chances[start + symbol];
      if (chance < LEAST) continue;
      const longer = (prefix.longer[symbol] ??= toPrefix(prefix.text + SYMBOLS[symbol], symbol));
      if (!mayBegin(longer.text)) continue;
      // The same twice needs a blank between.
      look(longer).nextSymbol += (symbol === prefix.last ? prefix.blank : both) * chance;
    }
  }
  return next;
}

/** @param {Prefix} prefix */
const total = ({ blank, symbol }) => blank + symbol;

/**
 * Finds how likely a text is, by all paths (the forward algorithm).
 *
 * @param {Float32Array} frames as above
 * @param {string} text
 * @returns {number} the logarithm of its probability
 */
export function scoreOf(frames, text) {
  const states = statesOf(text);
  const back = states.map((_, state) => stepsBack(states, state));
  let scores = Float64Array.from(states, (symbol, state) => (state < 2 ? Math.exp(frames[symbol]) : 0));
  let before = new Float64Array(states.length);
  let scale = 0;
  for (let start = SYMBOLS.length; start < frames.length; start += SYMBOLS.length) {
    [scores, before] = [before, scores];
    let most = 0;
    for (let state = 0; state < states.length; state++) {
      let sum = before[state];
      if (back[state] > 0) sum += before[state - 1];
      if (back[state] > 1) sum += before[state - 2];
      scores[state] = sum * Math.exp(frames[start + states[state]]);
      if (scores[state] > most) most = scores[state];
    }
    if (most === 0) return -Infinity;
    for (let state = 0; state < states.length; state++) scores[state] /= most;
    scale += Math.log(most);
  }
  return scale + Math.log(scores[scores.length - 1] + (scores[scores.length - 2] ?? 0));
}

/** A box of a row holds one character, unless a longer text is so many nats likelier. */
const LONGER = 4;

/**
 * What frames say where they show one character.
 *
 * @param {Float32Array} frames as above
 * @returns {Float32Array} a blank, that character, a blank; the frames as they are where more is clearly seen
 */
export function asOne(frames) {
  const scores = SYMBOLS.map((symbol) => (symbol ? scoreOf(frames, symbol) : -Infinity));
  const most = Math.max(...scores);
  if (!(likeliestTexts(frames)[0].score < most + LONGER)) return frames;
  const one = new Float32Array(3 * SYMBOLS.length).fill(NEVER);
  const all = most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
  scores.forEach((score, symbol) => (one[SYMBOLS.length + symbol] = Math.max(NEVER, score - all)));
  one[0] = one[2 * SYMBOLS.length] = 0;
  return one;
}

/** The logarithm of how likely nothing is but what a frame is for. */
const NEVER = -30;

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
