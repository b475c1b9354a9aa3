import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { buildSvg } from '../shared/dom/svg.js';
import { formatNumber, formatShare } from '../shared/numbers.js';

/** @import { Bin } from './measures.js' */

/** The side of the square, and the room for figures beside it, in units of the drawing. */
const SIDE = 300;
const ROOM = 44;
const BELOW = 28;

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LEAST_DOT = 3;
const MOST_DOT = 12;

/**
 * How often the reader is right where it says how sure it is: on the line, both are the same. A dot is the larger, the more answers it
 * stands for; the same stands in a table.
 *
 * @param {ReadonlyArray<Bin>} bins
 */
export function createReliability(bins) {
  const drawing = buildSvg('svg', {
    viewBox: `${-ROOM} -10 ${SIDE + ROOM + 16} ${SIDE + BELOW + 20}`,
    class: 'testing-reliability',
    role: 'img',
    'aria-label': text('testing.reliability.name'),
  });
  const at = (/** @type {number} */ share) => (SIDE * share).toFixed(1);
  const up = (/** @type {number} */ share) => (SIDE * (1 - share)).toFixed(1);
  for (const tick of TICKS) {
    drawing.append(
      buildSvg('path', { class: 'testing-grid', d: `M${at(tick)} 0V${SIDE}M0 ${at(tick)}H${SIDE}` }),
      buildText(formatShare(tick), { x: at(tick), y: SIDE + 18, 'text-anchor': 'middle' }),
      buildText(formatShare(tick), { x: -8, y: Number(up(tick)) + 4, 'text-anchor': 'end' }),
    );
  }
  drawing.append(buildSvg('path', { class: 'testing-even', d: `M0 ${SIDE}L${SIDE} 0` }));
  const most = Math.max(...bins.map(({ n }) => n));
  for (const { confidence, accuracy, n } of bins) {
    const r = Math.max(LEAST_DOT, MOST_DOT * Math.sqrt(n / most)).toFixed(1);
    drawing.append(
      buildSvg('path', { class: 'testing-gap', d: `M${at(confidence)} ${up(confidence)}V${up(accuracy)}` }),
      buildSvg('circle', { class: 'testing-dot', cx: at(confidence), cy: up(accuracy), r }),
    );
  }
  return build(
    'figure',
    { className: 'testing-figure' },
    drawing,
    build('figcaption', { className: 'measured-note', textContent: text('testing.reliability.legend') }),
    build(
      'details',
      { className: 'panel-details' },
      build('summary', { textContent: text('testing.reliability.figures') }),
      createTable(bins),
    ),
  );
}

/** @param {string} content @param {Record<string, string | number>} attributes */
const buildText = (content, attributes) => buildSvg('text', attributes, document.createTextNode(content));

/** @param {ReadonlyArray<Bin>} bins */
function createTable(bins) {
  const head = ['confidence', 'right', 'count'].map((name) =>
    build('th', { scope: 'col', textContent: text(`testing.reliability.${name}`) }),
  );
  const rows = bins.map(({ confidence, accuracy, n }) =>
    build(
      'tr',
      {},
      ...[formatShare(confidence, 1, 1), formatShare(accuracy, 1, 1), formatNumber(n)].map((textContent) =>
        build('td', { textContent }),
      ),
    ),
  );
  return build(
    'table',
    { className: 'testing-table' },
    build('thead', {}, build('tr', {}, ...head)),
    build('tbody', {}, ...rows),
  );
}
