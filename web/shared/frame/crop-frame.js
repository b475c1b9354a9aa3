import { text } from '../../texts/texts.js';
import { createAnnouncer } from '../dom/announcer.js';
import { build } from '../dom/elements.js';
import './crop-frame.css';
import { CORNERS, movedArea, resizedArea, WHOLE } from './crop-area.js';
import { named } from '../dom/fill-texts.js';
import { formatShare } from '../numbers.js';

/**
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @typedef {(area: Box, by: { x: number, y: number }) => Box} Change
 */

const STEP = 0.01;
const LARGE_STEP = 0.05;
/** Milliseconds after the last key, so that not every step on the way is read. */
const REST = 500;

const DIRECTIONS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

/**
 * A frame over a picture that a person drags, or moves with the arrow keys, around what is to be read.
 * @param {HTMLElement} layer that covers the picture exactly
 * @param {(area: Box) => void} onArea in shares of the picture, whenever the frame has come to rest
 */
export function createCropFrame(layer, onArea) {
  let area = WHOLE;
  const inside = handle('area', 'crop-inside');
  const corners = CORNERS.map((corner) => handle(corner.replace(' ', '-'), 'crop-corner'));
  corners.forEach((corner, place) => (corner.dataset.corner = CORNERS[place]));
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const announcer = createAnnouncer(status);
  const shade = build('div', { className: 'crop-clip' }, build('div', { className: 'crop-shade' }));
  layer.append(shade, build('div', { className: 'crop-frame' }, inside, ...corners), status);

  /** @param {Box} next */
  function show(next) {
    area = next;
    for (const [name, share] of Object.entries(area)) layer.style.setProperty(`--${name}`, String(share));
  }

  const change = (/** @type {Box} */ next) => {
    show(next);
    const [width, height, across, down] = [next.width, next.height, next.x, next.y].map((share) => formatShare(share));
    announcer.announce(text('picture.crop.place', { width, height, across, down }));
  };
  const rest = () => onArea(area);
  watchHandle(inside, layer, { change: (by, from) => change(movedArea(from, by)), area: () => area, rest });
  corners.forEach((element, place) => {
    const resize = (/** @type {{ x: number, y: number }} */ by, /** @type {Box} */ from) =>
      change(resizedArea(from, CORNERS[place], by));
    watchHandle(element, layer, { change: resize, area: () => area, rest });
  });

  return {
    /** @param {Box} shown in shares @param {boolean} isActive whether it can be moved */
    render(shown, isActive) {
      layer.toggleAttribute('data-active', isActive);
      layer.hidden = !isActive && shown === WHOLE;
      show(shown);
    },
    focus: () => inside.focus({ preventScroll: true }),
  };
}

/** @param {string} what @param {string} className */
function handle(what, className) {
  return named(build('button', { type: 'button', className }), { textLabel: `picture.crop.${what}` });
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} layer
 * @param {{ change: (by: { x: number, y: number }, from: Box) => void, area: () => Box, rest: () => void }} then
 */
function watchHandle(element, layer, { change, area, rest }) {
  /** @type {{ event: PointerEvent, area: Box } | null} */
  let start = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || start) return;
    start = { event, area: area() };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (event.pointerId !== start?.event.pointerId) return;
    const { width, height } = layer.getBoundingClientRect();
    const { clientX, clientY } = start.event;
    change({ x: (event.clientX - clientX) / width, y: (event.clientY - clientY) / height }, start.area);
  });
  const end = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== start?.event.pointerId) return;
    const { area: before } = start;
    start = null;
    if (event.type === 'pointercancel') change({ x: 0, y: 0 }, before);
    else if (area() !== before) rest();
  };
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
  element.addEventListener('keydown', (event) => {
    if (!(event.key in DIRECTIONS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [right, down] = DIRECTIONS[event.key];
    const step = event.shiftKey ? LARGE_STEP : STEP;
    change({ x: right * step, y: down * step }, area());
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
  });
}
