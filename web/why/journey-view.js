import './journey.css';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';
import { formatConfidence } from '../shared/numbers.js';
import { drawInk } from './draw.js';
import { nearAnswers } from './question.js';

/**
 * @import { Step } from './journey.js'
 * @typedef {Extract<Step, { kind: 'strokes' }>} StrokesStep
 * @typedef {Extract<Step, { kind: 'layer' }>} LayerStep
 */

const NAMES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?'];

/** The margin around the ink and the width of its lines, in longer sides of the ink. */
const MARGIN = 0.19;
const PEN = 0.08;

/**
 * Shows the way of the ink through the network, one step at a time: by buttons, or by the arrow keys from anywhere in it.
 *
 * @param {(step: number) => void} onStep
 */
export function createJourney(onStep) {
  const stage = build('div', { className: 'why-stage' });
  const place = build('p', { className: 'why-place' });
  const caption = build('p', { className: 'why-caption' });
  let [now, last] = [0, 0];

  /** @param {number} step */
  const go = (step) => {
    if (step !== now && step >= 0 && step <= last) onStep(step);
  };
  const back = buildButton(text('why.back'), () => go(now - 1), { className: 'panel-button' });
  const next = buildButton(text('why.next'), () => go(now + 1), { className: 'panel-button' });

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const forward = getComputedStyle(stage).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps = { ArrowLeft: now - 1, ArrowRight: now - 1, [forward]: now + 1, Home: 0, End: last };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    go(steps[/** @type {keyof typeof steps} */ (event.key)]);
  }

  const head = build('h3', { id: 'why-journey', className: 'panel-heading', textContent: text('why.journey') });
  const words = build('div', { className: 'why-step', ariaLive: 'polite', ariaAtomic: 'true' }, place, caption);
  const element = build(
    'section',
    { className: 'why-journey', onkeydown: onKey },
    head,
    build('div', { className: 'why-walk' }, stage, build('div', { className: 'why-steps' }, back, next), words),
  );
  element.setAttribute('aria-labelledby', head.id);

  return {
    element,
    /** @param {Step[]} steps @param {number} step */
    render(steps, step) {
      [now, last] = [step, steps.length - 1];
      stage.replaceChildren(drawStep(steps[step]));
      setText(place, text('why.place', { step: step + 1, count: steps.length }));
      setText(caption, captionOf(steps[step]));
      // A button that is out of use stays in the order of the keys: whoever steps on does not lose their place.
      back.setAttribute('aria-disabled', String(step === 0));
      next.setAttribute('aria-disabled', String(step === last));
    },
    /** Draws again, in the colors of now. */
    repaint() {
      for (const canvas of stage.querySelectorAll('canvas')) canvas.dispatchEvent(new Event('repaint'));
    },
  };
}

/**
 * Draws the picture of a step.
 *
 * @param {Step} step
 * @returns {Element}
 */
function drawStep(step) {
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

/** Says in words what a step shows. @param {Step} step @returns {string} */
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
  // The canvas's color is known once it stands in the page.
  queueMicrotask(paint);
  return canvas;
}

/** @template {HTMLElement} Named @param {Named} element @param {string} name */
function named(element, name) {
  element.role = 'img';
  element.ariaLabel = name;
  return element;
}

/** Charts all probabilities: those that were near are plain to see. @param {Float32Array} probabilities */
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
