import { text } from '../texts/texts.js';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { build, buildButton } from '../shared/dom/elements.js';
import './crop-frame.css';
import {
  areaBetween,
  arrowStep,
  CORNERS,
  draggedArea,
  isLargeEnough,
  moveArea,
  resizeArea,
  WHOLE,
} from '../shared/frame/area.js';
import { aroundPoints } from '../reader/boxes.js';
import { cornersOfArea, isConvex } from '../shared/frame/crop.js';
import { watchDrags } from '../shared/frame/drag.js';
import { named } from '../shared/dom/fill-texts.js';
import { formatShare } from '../shared/numbers.js';

/**
 * @import { Area, Corner, Point } from '../shared/frame/area.js'
 * @import { Corners } from '../shared/frame/crop.js'
 * @typedef {{ area: Area, corners: Corners | null }} Shape in shares of the picture as it is shown; corners: null of a
 *   rectangle, else the area is around them
 * @typedef {{ corner: Corner | null, start: Point, from: Shape, isNew: boolean }} Held isNew: a rectangle is drawn from there
 */

const STEP = 0.01;
const LARGE_STEP = 0.05;

/** Less could not be taken hold of any more. */
const LEAST = 0.02;

/** Four corners begin so far inside of the picture where no sheet is found, so that they are seen to be free. */
const INSET = 0.08;

/** @type {Record<Corner, string>} */
const NAMES = { nw: 'upper-left', ne: 'upper-right', sw: 'lower-left', se: 'lower-right' };

/** Where each is among corners that go round. @type {Record<Corner, number>} */
const PLACES = { nw: 0, ne: 1, se: 2, sw: 3 };

/**
 * A frame over a picture that a person drags, or moves with the arrow keys, around what is to be read: a rectangle, or the
 * four corners of what is seen aslant.
 *
 * @param {HTMLElement} layer that covers the picture exactly
 * @param {{ onDone: () => void, findCorners: () => Corners | null }} events findCorners: a first guess
 */
export function createCropFrame(layer, { onDone, findCorners }) {
  /** @type {Shape} */
  let shape = { area: WHOLE, corners: null };
  const { inside, handles, lines, shade, slanted, tools, status } = buildFrame(layer, { onSlanted: slant, onDone });
  const announcer = createAnnouncer(status);

  /** @param {Shape} next */
  function show(next) {
    shape = next;
    const corners = next.corners ?? cornersOfArea(next.area);
    for (const [name, share] of Object.entries(next.area)) layer.style.setProperty(`--${name}`, String(share));
    for (const { element, corner } of handles) placeAt(element, corners[PLACES[corner]]);
    for (const line of lines) line.setAttribute('points', corners.map(({ x, y }) => `${x},${y}`).join(' '));
    shade.style.clipPath = outsideOf(corners);
    layer.toggleAttribute('data-slanted', next.corners !== null);
    slanted.ariaPressed = String(next.corners !== null);
  }

  /** @param {Shape} next @param {Corner | null} corner that was moved */
  function change(next, corner) {
    show(next);
    const at = next.corners && corner ? next.corners[PLACES[corner]] : null;
    const { width, height, x, y } = next.area;
    const [wide, high, across, down] = [width, height, at?.x ?? x, at?.y ?? y].map((share) => formatShare(share));
    announcer.announce(
      text(at ? 'opened.crop.corner' : 'opened.crop.place', { width: wide, height: high, across, down }),
    );
  }

  function slant() {
    const { area, corners } = shape;
    if (corners) return change({ area, corners: null }, null);
    const isWhole = area.width === 1 && area.height === 1;
    const inset = { x: INSET, y: INSET, width: 1 - 2 * INSET, height: 1 - 2 * INSET };
    const guess = isWhole ? (findCorners() ?? cornersOfArea(inset)) : cornersOfArea(area);
    change(shapeOf(guess), null);
  }

  watchHands(layer, { now: () => shape, change, onDone });
  return {
    tools,
    /** @param {Shape} shown @param {boolean} isActive whether it can be moved */
    render(shown, isActive) {
      layer.toggleAttribute('data-active', isActive);
      layer.hidden = !isActive;
      show(shown);
    },
    shape: () => shape,
    focus: () => inside.focus({ preventScroll: true }),
  };
}

/**
 * @param {HTMLElement} layer
 * @param {{ now: () => Shape, change: (next: Shape, corner: Corner | null) => void, onDone: () => void }} frame
 */
function watchHands(layer, { now, change, onDone }) {
  /** @type {Held | null} */
  let held = null;
  watchDrags(layer, {
    begin(start, { target, pointerType }) {
      const element = target instanceof Element ? target.closest('button') : null;
      const from = now();
      const isNew = !element || (!cornerOf(element) && from.area.width === 1 && from.area.height === 1);
      // Beside the frame a finger scrolls.
      if (!element && pointerType === 'touch') return false;
      held = { corner: element && cornerOf(element), start, from, isNew };
      return true;
    },
    move: (point) => held && change(dragged(held, point), held.corner),
    end() {},
    cancel: () => held && change(held.from, held.corner),
  });
  layer.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = arrowStep(event.key, event.shiftKey ? LARGE_STEP : STEP);
    if (by) change(moved(now(), cornerOf(event.target), by), cornerOf(event.target));
    else if (event.key === 'Enter') onDone();
    else return;
    event.preventDefault();
  });
}

/** @param {Held} held @param {Point} point where the pointer is now @returns {Shape} */
function dragged({ corner, start, from, isNew }, point) {
  if (isNew) {
    const area = areaBetween(start, point);
    return isLargeEnough(area) ? { area, corners: null } : from;
  }
  if (!from.corners) return { area: draggedArea({ from: from.area, start, corner }, point, LEAST), corners: null };
  return moved(from, corner, { x: point.x - start.x, y: point.y - start.y });
}

/** @param {Shape} from @param {Corner | null} corner null for all of it @param {Point} by @returns {Shape} */
function moved(from, corner, by) {
  const { area, corners } = from;
  if (!corners) return { area: corner ? resizeArea(area, corner, by, LEAST) : moveArea(area, by), corners };
  if (!corner) {
    const { x, y } = moveArea(area, by);
    return shapeOf(corners.map((each) => ({ x: each.x + x - area.x, y: each.y + y - area.y })));
  }
  const next = corners.map((each, at) =>
    at === PLACES[corner] ? { x: clamp(each.x + by.x), y: clamp(each.y + by.y) } : each,
  );
  return isConvex(next) ? shapeOf(next) : from;
}

/** @param {Corners} corners @returns {Shape} */
const shapeOf = (corners) => ({ area: aroundPoints(corners), corners });

/**
 * @param {HTMLElement} layer
 * @param {{ onSlanted: () => void, onDone: () => void }} events
 */
function buildFrame(layer, { onSlanted, onDone }) {
  const inside = handle('area', 'crop-inside');
  const handles = CORNERS.map((corner) => {
    const element = handle(NAMES[corner], 'crop-corner');
    element.dataset.corner = corner;
    return { element, corner };
  });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const shade = build('div', { className: 'crop-shade' });
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['class', 'crop-lines'],
    ['viewBox', '0 0 1 1'],
    ['preserveAspectRatio', 'none'],
    ['aria-hidden', 'true'],
  ])
    svg.setAttribute(name, value);
  // One dark over a bright one, so that it is seen on any picture.
  const lines = [0, 1].map(() => svg.appendChild(document.createElementNS(SVG, 'polygon')));
  layer.append(shade, svg, inside, ...handles.map(({ element }) => element), status);
  const slanted = named(buildButton('', onSlanted), { text: 'opened.crop.slanted' });
  const done = named(buildButton('', onDone), { text: 'opened.crop.done' });
  const tools = build('div', { className: 'crop-tools' }, slanted, done);
  return { inside, handles, lines, shade, slanted, tools, status };
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} what @param {string} className */
function handle(what, className) {
  return named(build('button', { type: 'button', className }), { textLabel: `opened.crop.${what}` });
}

/** @param {HTMLElement} element @param {Point} place */
function placeAt({ style }, { x, y }) {
  style.left = percent(x);
  style.top = percent(y);
}

/** @param {Corners} corners @returns {string} a clip path of all that is not within them */
function outsideOf(corners) {
  const ring = [...corners, corners[0]].map(({ x, y }) => `${percent(x)} ${percent(y)}`);
  return `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${ring.join(', ')})`;
}

/** @param {number} share */
const percent = (share) => `${100 * share}%`;

/** @param {number} share */
const clamp = (share) => Math.min(1, Math.max(0, share));

/** @param {HTMLElement} element @returns {Corner | null} null for the whole frame */
const cornerOf = ({ dataset }) => /** @type {Corner | undefined} */ (dataset.corner) ?? null;
