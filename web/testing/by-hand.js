import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { formatNumber, formatShare } from '../shared/numbers.js';
import { answersOf, wilsonInterval } from './measures.js';

/**
 * The same digits, read also with what a person corrected and taught: what is right then, beside what is without.
 *
 * @import { Bar } from '../shared/measured/chart.js'
 * @import { PanelPage } from '../app/panel-registry.js'
 * @typedef {{ name: string, n: number, right: number, accuracy: number, interval: [number, number], gained: number, lost: number }} ByHand
 *   name: whose hand it is; gained: right with it alone; lost: right without it alone
 */

/**
 * @param {Pick<PanelPage, 'hands' | 'settings'>} page
 * @returns {Promise<string | null>} the name of the hand that is weighed in what is read; null where none is
 */
export async function weighedHand({ hands, settings }) {
  if (settings.get('learns') === false) return null;
  const { active } = await (await hands()).now();
  if (!active || active.examples.length === 0) return null;
  return active.name || text('hands.unnamed');
}

/**
 * @param {string} name of the hand
 * @param {{ alone: Float32Array, byHand: Float32Array }} probabilities n * 11 of the same digits
 * @param {Uint8Array} labels n, 0-10
 * @returns {ByHand} for at least one
 */
export function compareByHand(name, probabilities, labels) {
  const [alone, byHand] = [probabilities.alone, probabilities.byHand].map((each) => answersOf(each).read);
  const count = (/** @type {(label: number, index: number) => boolean} */ isMeant) =>
    labels.reduce((sum, label, index) => sum + Number(isMeant(label, index)), 0);
  const n = labels.length;
  const right = count((label, index) => byHand[index] === label);
  return {
    name,
    n,
    right,
    accuracy: right / n,
    interval: wilsonInterval(right / n, n),
    gained: count((label, index) => byHand[index] === label && alone[index] !== label),
    lost: count((label, index) => byHand[index] !== label && alone[index] === label),
  };
}

/** @param {ByHand} byHand @returns {Bar} */
export const barOfHand = ({ name, ...measured }) => ({ ...measured, name: text('testing.hand.bar', { name }) });

/** @param {ByHand} byHand */
export function headlineByHand({ name, n, right, accuracy, gained, lost }) {
  return build(
    'p',
    { className: 'testing-hand' },
    build('b', { textContent: formatShare(accuracy, 2, 2) }),
    ' ',
    text('testing.hand', { name, right: formatNumber(right), count: n }),
    ' ',
    text('testing.hand.changed', { gained: formatNumber(gained), lost: formatNumber(lost) }),
  );
}
