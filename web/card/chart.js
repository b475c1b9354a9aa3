import { axisOf, placeOn } from './chart-data.js';
import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { buildSvg } from '../shared/dom/svg.js';
import { formatShare } from '../shared/numbers.js';

/**
 * @import { Axis, Bar } from './chart-data.js'
 */

/** Of the drawing, which is stretched to its place: length of the axis, and height of a row. */
const LONG = 1000;
const HIGH = 20;

/**
 * Bars with their 95 % intervals. Each stands in a list, with its figures in words beside it.
 *
 * @param {Bar[]} bars with names for a person
 * @param {string} title
 * @param {string} key of the text for a bar's figures
 */
export function createChartOf(bars, title, key) {
  const axis = axisOf(bars);
  const warning = axis.begin > 0 ? text('card.axis', { begin: formatShare(axis.begin, 1) }) : '';
  return build(
    'figure',
    { className: 'card-chart' },
    build('figcaption', {}, title, build('span', { className: 'card-note', textContent: warning })),
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
    build('span', { className: 'card-bar-name', textContent: bar.name }),
    build('b', { textContent: formatShare(bar.accuracy, 2, 2) }),
    drawing(bar, axis),
    build('span', { className: 'card-note', textContent: words }),
  );
}

/** @param {Bar} bar @param {Axis} axis */
function drawing({ accuracy, interval }, axis) {
  const at = (/** @type {number} */ value) => (LONG * placeOn(axis, value)).toFixed(1);
  const [low, high] = interval.map(at);
  const svg = buildSvg('svg', { viewBox: `0 0 ${LONG} ${HIGH}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  svg.append(
    ...axis.ticks.map((tick) => buildSvg('path', { class: 'card-tick', d: `M${at(tick)} 0V${HIGH}` })),
    buildSvg('rect', { class: 'card-bar', x: '0', y: '4', width: at(accuracy), height: '12' }),
    buildSvg('path', { class: 'card-whisker', d: `M${low} 10H${high}M${low} 5V15M${high} 5V15` }),
  );
  // Where the axis does not begin at 0 the bar is broken off.
  if (axis.begin > 0) svg.append(buildSvg('path', { class: 'card-break', d: 'M14 20L24 0M26 20L36 0' }));
  return svg;
}

/** @param {Axis} axis */
function scale({ begin, ticks }) {
  const element = build('div', { className: 'card-scale', ariaHidden: 'true' });
  for (const tick of ticks) {
    const label = build('span', { textContent: formatShare(tick, 1) });
    label.style.setProperty('--at', String(placeOn({ begin, ticks }, tick)));
    element.append(label);
  }
  return element;
}
