import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { formatNumber } from '../shared/numbers.js';

/**
 * @import { Explanation } from '../reader/network/classifier.js'
 * @import { Overlay } from './overlay.js'
 */

const DIGITS = 10;

/** More times likelier than this is no longer said by a number. */
const MOST_TIMES = 1e6;

/** Shows the evidence in exact figures, folded away: that the map's mean is the network's own score can be checked. */
export function createFigures() {
  const names = ['logits', 'mean', 'onInk', 'onPaper', 'hand'];
  const rows = names.map((name) => {
    const [term, value] = [build('dt', {}), build('dd', {})];
    return { term, value, element: build('div', { className: `why-number-${name}` }, term, value) };
  });
  const odds = build('p', {});
  const exact = build('p', {});
  return {
    element: build(
      'details',
      { className: 'panel-details' },
      build('summary', { textContent: text('why.numbers') }),
      build('dl', { className: 'why-numbers' }, ...rows.map(({ element }) => element)),
      odds,
      exact,
    ),
    /** @param {Explanation} explanation @param {Overlay} overlay */
    render({ logits, probabilities, evidence, hand }, overlay) {
      const { digit, rival, difference: mean, onInk, onPaper } = overlay;
      const added = hand ? scoreOf(hand.nats, digit, rival) : 0;
      const values = [scoreOf(logits, digit, rival), mean, onInk, onPaper, added];
      rows[rows.length - 1].element.hidden = !hand;
      const sides = { digit: String(digit), rival: String(rival) };
      const than = rival === null ? 'others' : 'rival';
      rows.forEach(({ term, value }, index) => {
        const name = names[index];
        setText(term, text(name === 'logits' ? `why.numbers.logits.${than}` : `why.numbers.${name}`, sides));
        setText(value, formatDifference(values[index]));
      });
      setText(odds, rival === null ? '' : oddsOf(probabilities, digit, rival));
      odds.hidden = rival === null;
      setText(exact, text('why.exact', { places: evidence.height * evidence.width }));
    },
  };
}

/**
 * Subtracts from the network's score of a digit that of its rival, or that of the others on average.
 *
 * @param {Float32Array} logits 11
 * @param {number} digit
 * @param {number | null} rival
 */
function scoreOf(logits, digit, rival) {
  if (rival !== null) return logits[digit] - logits[rival];
  const others = logits.subarray(0, DIGITS).reduce((sum, logit) => sum + logit, 0) - logits[digit];
  return logits[digit] - others / (DIGITS - 1);
}

/** @param {Float32Array} probabilities @param {number} digit @param {number} rival */
function oddsOf(probabilities, digit, rival) {
  const [more, less] = probabilities[digit] >= probabilities[rival] ? [digit, rival] : [rival, digit];
  const ratio = Math.min(MOST_TIMES, probabilities[more] / probabilities[less]);
  const key = ratio < MOST_TIMES ? 'why.odds' : 'why.odds.most';
  return text(key, {
    digit: String(more),
    rival: String(less),
    times: formatNumber(ratio, { maximumSignificantDigits: 2 }),
  });
}

/** Writes what logits differ by, with its sign. @param {number} value */
export const formatDifference = (value) =>
  formatNumber(value, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' });
