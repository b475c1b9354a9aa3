import './report.css';
import { text } from '../texts/texts.js';
import { formatList } from '../texts/intl.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { saveFile } from '../shared/dom/files.js';
import { barsOf, createChart } from '../shared/measured/chart.js';
import { createConfusionTable, signOf } from '../shared/measured/confusion-table.js';
import { setName } from '../shared/measured/names.js';
import { formatNumber, formatShare } from '../shared/numbers.js';
import { barOfHand, headlineByHand } from './by-hand.js';
import { toSubmission } from './measures.js';
import { createReliability } from './reliability.js';

/**
 * @import { ClassReport, Measures } from './measures.js'
 * @import { Result } from './session.js'
 * @typedef {{
 *   onPart: (part: string) => void,
 *   onCell: (truth: number, read: number) => void,
 *   gallery: HTMLElement,
 * }} Events
 */

/** Names that stand in a message, of pictures that were left out. */
const NAMED = 3;

/**
 * What a set showed.
 *
 * @param {Result} result
 * @param {Events} events
 * @returns {HTMLElement[]}
 */
export function reportOf(result, events) {
  const { measures, digits } = result;
  const head = createHead(result, events);
  if (!measures) return [head, createUnlabeled(digits ?? new Uint8Array())];
  return measured(result, measures, events).map((sections, at) =>
    build('div', { className: 'testing-row' }, ...(at === 0 ? [head] : []), ...sections),
  );
}

/** @param {Result} result @param {Events} events */
function createHead(result, { onPart }) {
  const { name, measures, byHand, count } = result;
  return build(
    'section',
    { className: 'testing-head' },
    build('h3', { className: 'panel-heading', tabIndex: -1 }, build('bdi', { textContent: name })),
    createParts(result, onPart),
    ...(measures ? headline(measures) : [build('p', { textContent: text('testing.unlabeled', { count }) })]),
    ...(byHand ? [headlineByHand(byHand)] : []),
    createNotes(result),
  );
}

/** @param {Measures} measures */
function headline({ accuracy, right, n, interval: [low, high] }) {
  return [
    build(
      'p',
      { className: 'testing-accuracy' },
      build('b', { textContent: formatShare(accuracy, 2, 2) }),
      ' ',
      text('testing.right'),
    ),
    build('p', {
      textContent: text('testing.interval', {
        right: formatNumber(right),
        count: n,
        low: formatShare(low, 2, 2),
        high: formatShare(high, 2, 2),
      }),
    }),
  ];
}

/** @param {Result} result @param {(part: string) => void} onPart */
function createParts({ parts, part }, onPart) {
  if (parts.length < 2) return '';
  const options = parts.map((each) =>
    build('option', { value: each, selected: each === part }, each || text('testing.part.rest')),
  );
  const choice = build('select', { name: 'testing-part' }, ...options);
  choice.addEventListener('change', () => onPart(choice.value));
  return build('label', { className: 'panel-field testing-part' }, text('testing.part'), choice);
}

/** How it was read, and what of it was not. @param {Result} result */
function createNotes({ changes, leftOut, taken, perSecond, backend }) {
  const names = leftOut.slice(0, NAMED).map(({ name }) => name);
  const notes = [
    text('testing.speed', {
      speed: formatNumber(perSecond, { maximumSignificantDigits: 3 }),
      backend: backend === 'wasm' ? 'WebAssembly' : 'JavaScript',
    }),
    ...(changes.length === 0 ? [text('testing.change.none')] : []),
    ...changes.map(({ change, count }) => text(`testing.change.${change}`, { count })),
    ...(leftOut.length > 0
      ? [text('testing.leftOut', { count: leftOut.length, taken: formatNumber(taken), names: formatList(names) })]
      : []),
  ];
  return build(
    'ul',
    { className: 'testing-list measured-note' },
    ...notes.map((note) => build('li', { textContent: note })),
  );
}

/**
 * @param {Result} result
 * @param {Measures} measures
 * @param {Events} events
 * @returns {HTMLElement[][]} what stands side by side, where there is room
 */
function measured({ name, byHand, card }, measures, { onCell, gallery }) {
  const published = barsOf(card.evaluation).digits.map((bar) => ({ ...bar, name: setName(bar.name) }));
  const { n, accuracy, interval } = measures;
  const own = { name: text('testing.bar', { name }), n, accuracy, interval };
  const cell = (/** @type {number} */ truth, /** @type {number} */ read, /** @type {number} */ count) =>
    buildButton(formatNumber(count, { useGrouping: false }), () => onCell(truth, read), {
      className: 'testing-cell',
      ariaLabel: text('testing.cell', { count, truth: signOf(truth), read: signOf(read) }),
    });
  const bars = createChart(
    [own, ...(byHand ? [barOfHand(byHand)] : []), ...published],
    text('testing.beside.what'),
    'card.bar.digits',
  );
  return [
    [
      part(
        'testing.confusion',
        ...(measures.mistakes.length > 0 ? [note('testing.confusion.note')] : []),
        createConfusionTable(measures.confusion, name, cell),
      ),
      part('testing.mistakes', gallery),
    ],
    [
      part('testing.beside', bars, note('card.interval')),
      part('testing.classes', createClasses(measures.classes), note('testing.classes.note')),
      part('testing.sure', createSureness(measures, card.thresholds.unsure), createReliability(measures.bins)),
    ],
  ];
}

/** @param {Measures} measures @param {number} unsureBelow */
function createSureness({ calibrationError, notSure }, unsureBelow) {
  const error = formatNumber(100 * calibrationError, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return build('p', {
    textContent: text('testing.sure.words', {
      error,
      threshold: formatShare(unsureBelow),
      share: formatShare(notSure, 2, 2),
    }),
  });
}

/** @param {ReadonlyArray<ClassReport>} classes */
function createClasses(classes) {
  const head = ['digit', 'precision', 'recall', 'f1', 'support'].map((name) =>
    build('th', { scope: 'col', textContent: text(`testing.classes.${name}`) }),
  );
  const rows = classes.map(({ sign, precision, recall, f1, support }) =>
    build(
      'tr',
      {},
      build('th', { scope: 'row', textContent: signOf(sign) }),
      ...[precision, recall, support > 0 ? f1 : null].map((share) =>
        build('td', { textContent: share === null ? '–' : formatShare(share, 2, 2) }),
      ),
      build('td', { textContent: formatNumber(support) }),
    ),
  );
  const table = build(
    'table',
    { className: 'testing-table' },
    build('thead', {}, build('tr', {}, ...head)),
    build('tbody', {}, ...rows),
  );
  const scrolling = { className: 'confusion-scroll', tabIndex: 0, role: 'region', ariaLabel: text('testing.classes') };
  return build('div', scrolling, table);
}

/** @param {Uint8Array} digits of images without labels: what was read can be saved */
function createUnlabeled(digits) {
  const counts = Array.from({ length: 10 }, (_, digit) => digits.filter((each) => each === digit).length);
  const save = buildButton(
    text('testing.submission'),
    () => saveFile('submission.csv', toSubmission(digits), 'text/csv'),
    {
      className: 'panel-button',
    },
  );
  return part(
    'testing.read',
    build(
      'ul',
      { className: 'testing-counts', role: 'list' },
      ...counts.map((count, digit) =>
        build('li', {}, build('b', { textContent: formatNumber(digit) }), ' ', formatNumber(count)),
      ),
    ),
    build('p', { textContent: text('testing.submission.what') }),
    save,
  );
}

/** @param {string} key */
const note = (key) => build('p', { className: 'measured-note', textContent: text(key) });

/** @param {string} title @param {...HTMLElement} content */
const part = (title, ...content) =>
  build('section', {}, build('h3', { className: 'panel-heading', textContent: text(title) }), ...content);
