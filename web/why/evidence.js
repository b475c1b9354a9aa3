import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { makeOverlay } from './overlay.js';
import { summarize } from './summarize.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { drawPaths } from '../shared/dom/svg.js';
import { formatShare } from '../shared/numbers.js';
import { drawEvidence } from './draw.js';
import { createFigures } from './figures.js';
import { sidesOf } from './question.js';

/**
 * @import { Explanation } from '../reader/network/classifier.js'
 * @import { Question, Versus } from './question.js'
 * @typedef {{ explanation: Explanation, image: Float32Array, question: Question, versus: Versus }} Asked
 */

const { size: SIZE } = preprocessing;

/** The swatches of the two marks, in a box of 20 by 20. @type {Record<'for' | 'against', string>} */
const MARKS = {
  for: 'M5 5h0M15 5h0M5 15h0M15 15h0',
  against: 'M2 11L11 2M3 18L18 3M9 18L18 9',
};

/**
 * Shows what speaks for a digit and what against it: over the ink, in sentences, in figures.
 *
 * @param {(versus: Versus) => void} onCompare
 */
export function createEvidence(onCompare) {
  const switcher = createSwitch(onCompare);
  const canvas = build('canvas', { className: 'why-overlay' });
  canvas.role = 'img';
  const legend = { for: createMark('for'), against: createMark('against') };
  const sentences = build('ul', { className: 'why-sentences' });
  sentences.role = 'list';
  const figures = createFigures();
  const figure = build(
    'figure',
    { className: 'why-figure' },
    canvas,
    build('figcaption', { className: 'why-legend' }, legend.for.element, legend.against.element),
  );
  const explained = build(
    'div',
    { className: 'why-explained' },
    sentences,
    build('p', { className: 'panel-note', textContent: text('why.shares') }),
    figures.element,
  );

  let paint = () => {};

  return {
    element: build('div', { className: 'why-evidence' }, switcher.element, figure, explained),
    /** @param {Asked} asked */
    render({ explanation, image, question, versus }) {
      const [digit, rival] = sidesOf(question, versus);
      const overlay = makeOverlay(explanation.evidence, image, digit, rival);
      const than = rival === null ? 'others' : 'rival';
      const sides = { digit: String(digit), rival: String(rival) };
      switcher.render(question, versus);
      canvas.ariaLabel = text(`why.overlay.${than}`, sides);
      for (const side of /** @type {const} */ (['for', 'against'])) {
        setText(legend[side].words, text(`why.legend.${side}.${than}`, sides));
      }
      sentences.replaceChildren(...summarize(overlay, image).map(toSentence));
      figures.render(explanation, overlay);
      const marks = { speaksFor: legend.for.swatch, against: legend.against.swatch };
      paint = () => drawEvidence(canvas, { data: image, width: SIZE, height: SIZE }, overlay, marks);
      paint();
    },
    /** Draws again, in the colors of now. */
    repaint: () => paint(),
  };
}

/** @param {import('./summarize.js').Message} message */
function toSentence({ key, params }) {
  const side = key.startsWith('explain.for.') ? 'for' : 'against';
  const values = { ...params };
  // Digits are names here, not amounts.
  for (const name of ['digit', 'rival']) if (name in params) values[name] = String(params[name]);
  if ('share' in params) values.share = formatShare(Number(params.share));
  if ('region' in params) values.region = text(String(params.region));
  return build('li', { className: `why-${side}` }, swatch(side), build('span', { textContent: text(key, values) }));
}

/** @param {'for' | 'against'} side */
const swatch = (side) =>
  drawPaths('0 0 20 20', [{ d: MARKS[side], width: side === 'for' ? 7 : 2.5 }], {
    className: `why-swatch why-${side}`,
  });

/** @param {'for' | 'against'} side */
function createMark(side) {
  const words = build('span', {});
  const sample = swatch(side);
  return { element: build('span', { className: 'why-mark' }, sample, words), swatch: sample, words };
}

/** @param {(versus: Versus) => void} onCompare */
function createSwitch(onCompare) {
  const choices = /** @type {const} */ (['rival', 'turned', 'others']).map((versus) => {
    const input = build('input', { type: 'radio', name: 'why-versus', onchange: () => onCompare(versus) });
    const words = build('span', {});
    return { versus, input, words, element: build('label', { className: 'why-choice' }, input, words) };
  });
  return {
    element: build(
      'fieldset',
      { className: 'why-switch' },
      build('legend', { className: 'visually-hidden', textContent: text('why.compare') }),
      ...choices.map(({ element }) => element),
    ),
    /** @param {Question} question @param {Versus} chosen */
    render({ digit, rival }, chosen) {
      for (const { versus, input, words } of choices) {
        input.checked = versus === chosen;
        setText(words, text(`why.compare.${versus}`, { digit: String(digit), rival: String(rival) }));
      }
    },
  };
}
