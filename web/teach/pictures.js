import './pictures.css';
import { CLASSES } from '../reader/network/classes.js';
import { build } from '../shared/dom/elements.js';
import { buildSvg, setAttributes } from '../shared/dom/svg.js';
import { text } from '../texts/texts.js';
import { signOf } from './verdict.js';

/**
 * Pictures of learning: how surprising digits are that were kept out, and where each of them lies between the classes.
 *
 * @import { Moment } from '../inkdigit.js'
 */

/** Sides of the curve's drawing, in its own units. */
const LONG = 320;
const HIGH = 96;

/** A probability counts by this root of it: else all would lie on the rim from the beginning. */
const ROOT = 0.25;

/** What a class is drawn at: the rim is at 1. */
const NAMES = 1.14;

/**
 * @param {ArrayLike<number>} probabilities 11
 * @returns {{ x: number, y: number }} between the classes, which stand on a circle around 0, the first at its top: each draws a digit to
 *   itself the more, the more probable it is
 */
function placeOf(probabilities) {
  const weights = Array.from(probabilities, (value) => value ** ROOT);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const place = { x: 0, y: 0 };
  weights.forEach((weight, label) => {
    const { x, y } = onRim(label);
    place.x += (weight / total) * x;
    place.y += (weight / total) * y;
  });
  return place;
}

/** @param {number} label @param {number} [radius] */
function onRim(label, radius = 1) {
  const angle = (2 * Math.PI * label) / CLASSES;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** @param {ReadonlyArray<number>} labels of the digits */
export function createWheel(labels) {
  const drawing = buildSvg('svg', { viewBox: '-1.3 -1.3 2.6 2.6', class: 'teach-wheel', role: 'img' });
  drawing.append(buildSvg('circle', { class: 'teach-rim', r: 1 }));
  for (let label = 0; label < CLASSES; label++) drawing.append(glyph('teach-class', label, onRim(label, NAMES)));
  const glyphs = labels.map((label) => drawing.appendChild(glyph('teach-digit', label, { x: 0, y: 0 })));

  return {
    element: drawing,
    /** @param {Moment} moment */
    render({ kept }) {
      let right = 0;
      labels.forEach((label, index) => {
        const row = kept.subarray(index * CLASSES, (index + 1) * CLASSES);
        const isRight = row.indexOf(Math.max(...row)) === label;
        if (isRight) right++;
        const { x, y } = placeOf(row);
        setAttributes(glyphs[index], { x: x.toFixed(3), y: y.toFixed(3) });
        glyphs[index].classList.toggle('teach-wrong', !isRight);
      });
      drawing.ariaLabel = text('teach.wheel.name', { right, count: labels.length });
    },
  };
}

/** @param {string} className @param {number} label @param {{ x: number, y: number }} place */
function glyph(className, label, { x, y }) {
  const element = buildSvg('text', { class: className, x: x.toFixed(3), y: y.toFixed(3) });
  element.textContent = signOf(label);
  return element;
}

/** How surprising the digits are that were kept out, step by step. */
export function createCurve() {
  const line = buildSvg('path', { class: 'teach-curve' });
  const here = buildSvg('circle', { class: 'teach-here', r: 4 });
  const base = buildSvg('path', { class: 'teach-base', d: `M0 0V${HIGH}H${LONG}` });
  const drawing = buildSvg(
    'svg',
    { viewBox: `-6 -6 ${LONG + 12} ${HIGH + 12}`, 'aria-hidden': 'true' },
    base,
    line,
    here,
  );

  return {
    element: build('div', { className: 'teach-curve-frame' }, drawing),
    /** @param {ReadonlyArray<Moment>} moments at least one @param {Moment} shown */
    render(moments, shown) {
      const most = Math.max(...moments.map(({ loss }) => loss), 1e-9);
      const placeAt = (/** @type {Moment} */ { step, steps, loss }) => ({
        x: (LONG * step) / steps,
        y: HIGH * (1 - loss / most),
      });
      const points = moments.map(placeAt).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
      line.setAttribute('d', `M${points.join('L')}`);
      const { x, y } = placeAt(shown);
      setAttributes(here, { cx: x.toFixed(1), cy: y.toFixed(1) });
    },
  };
}
