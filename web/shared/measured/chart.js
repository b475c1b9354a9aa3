import './chart.css';
import { text } from '../../texts/texts.js';
import { build } from '../dom/elements.js';
import { buildSvg } from '../dom/svg.js';
import { formatShare } from '../numbers.js';

/**
 * Bars of what was measured, with their 95 % intervals.
 *
 * @typedef {{ n: number, accuracy: number, interval: [number, number] }} Measured shares of 0 to 1, with the 95 % interval
 * @typedef {Measured & { name: string }} Bar
 * @typedef {{ begin: number, ticks: number[] }} Axis shares; it ends at 1
 */

/** In these sets nothing is a digit: right is what is refused. */
const NO_DIGITS = [
  'characters, held-out alphabet',
  'scribbles, held-out kinds',
  'unfinished, held-out writers',
  'run together, held-out writers',
  'UNIPEN letters, held-out people',
  'UNIPEN signs, held-out people',
];

/** People count in these steps. */
const STEPS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const MOST_TICKS = 5;

/** The length of the axis and the height of a row, in the drawing's units: it is stretched to its place. */
const LONG = 1000;
const HIGH = 20;

/**
 * Lists the card's test sets, parted by what is right in them, the best first.
 *
 * @param {Record<string, Measured>} evaluation
 * @returns {{ digits: Bar[], noDigits: Bar[] }}
 */
export function barsOf(evaluation) {
  const bars = Object.entries(evaluation).map(([name, each]) => ({ ...each, name }));
  return {
    digits: sorted(bars.filter(({ name }) => !NO_DIGITS.includes(name))),
    noDigits: sorted(bars.filter(({ name }) => NO_DIGITS.includes(name))),
  };
}

/** @param {ReadonlyArray<Bar>} bars @returns {Bar[]} the best first */
export const sorted = (bars) => [...bars].sort((a, b) => b.accuracy - a.accuracy);

/**
 * Draws bars with their 95 % intervals. Each stands in a list, with its figures in words beside it.
 *
 * @param {Bar[]} bars with names for a person
 * @param {string} title
 * @param {string} key of the text for a bar's figures
 */
export function createChart(bars, title, key) {
  const axis = axisOf(bars);
  const warning = axis.begin > 0 ? text('card.axis', { begin: formatShare(axis.begin, 1) }) : '';
  return build(
    'figure',
    { className: 'measured-chart' },
    build('figcaption', {}, title, build('span', { className: 'measured-note', textContent: warning })),
    build('ul', {}, ...bars.map((bar) => row(bar, axis, key))),
    scale(axis),
  );
}

/** @param {Bar} bar @param {Axis} axis @param {string} key */
function row(bar, axis, key) {
  const [low, high] = bar.interval;
  const words = text(key, { low: formatShare(low, 2, 2), high: formatShare(high, 2, 2), count: bar.n });
  return build(
    'li',
    {},
    build('span', { className: 'measured-bar-name', textContent: bar.name }),
    build('b', { textContent: formatShare(bar.accuracy, 2, 2) }),
    drawing(bar, axis),
    build('span', { className: 'measured-note', textContent: words }),
  );
}

/** @param {Bar} bar @param {Axis} axis */
function drawing({ accuracy, interval }, axis) {
  const at = (/** @type {number} */ value) => (LONG * placeOn(axis, value)).toFixed(1);
  const [low, high] = interval.map(at);
  const svg = buildSvg('svg', { viewBox: `0 0 ${LONG} ${HIGH}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  svg.append(
    ...axis.ticks.map((tick) => buildSvg('path', { class: 'measured-tick', d: `M${at(tick)} 0V${HIGH}` })),
    buildSvg('rect', { class: 'measured-bar', x: '0', y: '4', width: at(accuracy), height: '12' }),
    buildSvg('path', { class: 'measured-whisker', d: `M${low} 10H${high}M${low} 5V15M${high} 5V15` }),
  );
  // Where the axis does not begin at 0 the bar is broken off.
  if (axis.begin > 0) svg.append(buildSvg('path', { class: 'measured-break', d: 'M14 20L24 0M26 20L36 0' }));
  return svg;
}

/** @param {Axis} axis */
function scale({ begin, ticks }) {
  const element = build('div', { className: 'measured-scale', ariaHidden: 'true' });
  for (const tick of ticks) {
    const label = build('span', { textContent: formatShare(tick, 1) });
    label.style.setProperty('--at', String(placeOn({ begin, ticks }, tick)));
    element.append(label);
  }
  return element;
}

/**
 * Makes an axis that holds every interval, and is as short as it can be with at most five round figures.
 *
 * @param {ReadonlyArray<Measured>} bars
 * @returns {Axis}
 */
export function axisOf(bars) {
  const lowest = Math.min(1, ...bars.map(({ interval }) => interval[0]));
  const step = STEPS.find((each) => 1 - (MOST_TICKS - 1) * each < lowest) ?? 0.25;
  const count = Math.max(1, Math.min(MOST_TICKS - 1, Math.floor((1 - lowest) / step + 1e-9) + 1));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((1 - (count - index) * step).toFixed(4)));
  return { begin: ticks[0], ticks };
}

/** @param {Axis} axis @param {number} share @returns {number} where it lies on the axis, 0 to 1 */
export const placeOn = ({ begin }, share) => Math.max(0, (share - begin) / (1 - begin));
