import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';
import { formatConfidence } from '../shared/numbers.js';
import { drawInk } from './paint.js';
import { nearAnswers } from './question.js';

/**
 * @import { Step } from './journey.js'
 * @typedef {Extract<Step, { kind: 'strokes' }>} StrokesStep
 * @typedef {Extract<Step, { kind: 'layer' }>} LayerStep
 */

const NAMES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?'];

/** In longer sides of the ink: the margin around it, and the width of its lines. */
const MARGIN = 0.19;
const PEN = 0.08;

/**
 * The picture of a step.
 *
 * @param {Step} step
 * @returns {Element}
 */
export function drawStep(step) {
  switch (step.kind) {
    case 'strokes':
      return drawStrokes(step);
    case 'ink':
      return named(inkCanvas(step, 'why-pixels'), text('why.ink.name'));
    case 'layer':
      return drawLayer(step);
    case 'answer':
      return drawAnswer(step.probabilities);
  }
}

/** What a step shows, in words. @param {Step} step @returns {string} */
export function captionOf(step) {
  if (step.kind === 'answer') return answerCaption(step.probabilities);
  if (step.kind === 'strokes') return text('why.strokes', { count: step.strokes.length });
  if (step.kind === 'ink') return text('why.ink');
  const { number, width, height, channels, tiles } = step;
  return text(number === 1 ? 'why.layer.first' : 'why.layer', { number, width, height, channels, count: tiles.length });
}

/** @param {StrokesStep} step */
function drawStrokes({ strokes }) {
  const { viewBox, paths, size } = pathsOfInk(strokes, { margin: MARGIN, isSquare: true });
  const lines = paths.map((d) => ({ d, width: PEN * size }));
  const name = text('why.strokes', { count: strokes.length });
  return drawPaths(viewBox, lines, { className: 'why-strokes', name });
}

/** @param {LayerStep} step */
function drawLayer({ number, tiles }) {
  const name = text('why.layer.name', { number, count: tiles.length });
  const canvases = tiles.map((tile) => inkCanvas(tile, 'why-tile'));
  return named(build('div', { className: 'why-tiles' }, ...canvases), name);
}

/** @param {{ data: Float32Array, width: number, height: number }} image @param {string} className */
function inkCanvas(image, className) {
  const canvas = build('canvas', { className, width: image.width, height: image.height });
  const paint = () => drawInk(canvas, image);
  canvas.addEventListener('repaint', paint);
  // Its color is known once it stands in the page.
  queueMicrotask(paint);
  return canvas;
}

/** @template {HTMLElement} Named @param {Named} element @param {string} name */
function named(element, name) {
  element.role = 'img';
  element.ariaLabel = name;
  return element;
}

/** The chart of all probabilities: those that were near are plain to see. @param {Float32Array} probabilities */
function drawAnswer(probabilities) {
  const near = nearAnswers(probabilities);
  const rows = NAMES.map((name, index) => {
    const bar = build('span', { className: 'why-bar', ariaHidden: 'true' });
    bar.style.setProperty('--share', String(probabilities[index]));
    const row = build(
      'li',
      {},
      build('span', { className: 'why-class', textContent: name, ariaHidden: 'true' }),
      bar,
      build('span', {
        className: 'why-share',
        textContent: formatConfidence(probabilities[index], 'short'),
        ariaHidden: 'true',
      }),
      build('span', {
        className: 'visually-hidden',
        textContent: `${nameOf(index)}: ${formatConfidence(probabilities[index])}`,
      }),
    );
    row.dataset.near = String(near.indexOf(index));
    return row;
  });
  const list = build('ol', { className: 'why-chart', ariaLabel: text('why.answer.name') }, ...rows);
  list.role = 'list';
  return list;
}

/** @param {Float32Array} probabilities */
function answerCaption(probabilities) {
  const [first, second] = nearAnswers(probabilities);
  const share = formatConfidence(probabilities[first]);
  if (second === undefined) return text('why.answer', { answer: nameOf(first), share });
  const near = { near: nameOf(second), nearShare: formatConfidence(probabilities[second]) };
  return text('why.answer.near', { answer: nameOf(first), share, ...near });
}

/** @param {number} index of a class */
const nameOf = (index) => (index < 10 ? NAMES[index] : text('why.refusal'));
