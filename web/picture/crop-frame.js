import { text } from '../texts/texts.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { build } from '../shared/dom/elements.js';
import './crop-frame.css';
import { arrowStep, CORNERS, draggedArea, moveArea, resizeArea, WHOLE } from '../shared/frame/area.js';
import { watchDrags } from '../shared/frame/drag.js';
import { named } from '../shared/dom/fill-texts.js';
import { formatShare } from '../shared/numbers.js';

/**
 * @import { Area, Corner, Point } from '../shared/frame/area.js'
 */

const STEP = 0.01;
const LARGE_STEP = 0.05;
/** Milliseconds after the last key, so that not every step on the way is read. */
const REST = 500;

/** Less could not be taken hold of any more. */
const LEAST = 0.02;

/** @type {Record<Corner, string>} */
const NAMES = { nw: 'upper-left', ne: 'upper-right', sw: 'lower-left', se: 'lower-right' };

/**
 * A frame over a picture that a person drags, or moves with the arrow keys, around what is to be read.
 * @param {HTMLElement} layer that covers the picture exactly
 * @param {(area: Area) => void} onArea in shares of the picture, whenever the frame has come to rest
 */
export function createCropFrame(layer, onArea) {
  let area = WHOLE;
  const inside = handle('area', 'crop-inside');
  const corners = CORNERS.map((corner) => {
    const element = handle(NAMES[corner], 'crop-corner');
    element.dataset.corner = corner;
    return element;
  });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const announcer = createAnnouncer(status);
  const shade = build('div', { className: 'crop-clip' }, build('div', { className: 'crop-shade' }));
  layer.append(shade, build('div', { className: 'crop-frame' }, inside, ...corners), status);

  /** @param {Area} next */
  function show(next) {
    area = next;
    for (const [name, share] of Object.entries(area)) layer.style.setProperty(`--${name}`, String(share));
  }

  const change = (/** @type {Area} */ next) => {
    show(next);
    const [width, height, across, down] = [next.width, next.height, next.x, next.y].map((share) => formatShare(share));
    announcer.announce(text('opened.crop.place', { width, height, across, down }));
  };
  const rest = () => onArea(area);
  /** @type {{ corner: Corner | null, start: Point, from: Area } | null} */
  let held = null;
  watchDrags(layer, {
    begin(start, { target }) {
      const element = target instanceof Element ? target.closest('button') : null;
      held = element && { corner: cornerOf(element), start, from: area };
      return held !== null;
    },
    move: (point) => held && change(draggedArea(held, point, LEAST)),
    end: () => held && area !== held.from && rest(),
    cancel: () => held && change(held.from),
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  layer.addEventListener('keydown', (event) => {
    const by = arrowStep(event.key, event.shiftKey ? LARGE_STEP : STEP);
    if (!by || !(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const corner = cornerOf(event.target);
    change(corner ? resizeArea(area, corner, by, LEAST) : moveArea(area, by));
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
  });

  return {
    /** @param {Area} shown in shares @param {boolean} isActive whether it can be moved */
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
  return named(build('button', { type: 'button', className }), { textLabel: `opened.crop.${what}` });
}

/** @param {HTMLElement} element @returns {Corner | null} null for the whole frame */
const cornerOf = ({ dataset }) => /** @type {Corner | undefined} */ (dataset.corner) ?? null;
