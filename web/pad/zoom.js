import { FARTHEST } from './place-ink.js';

/**
 * How the sheet is zoomed and scrolled, and how it moves there. Places are in sides of the pad, from its left upper corner.
 * @import { Placement } from './place-ink.js'
 * @import { Place } from './fingers.js'
 */

/** In sides of the pad to a unit of the ink. */
const LEAST = 0.5;
const MOST = 4;

/** A key, and a notch of a wheel of some 100 pixels, show the sheet so many times as large. */
const KEY = 1.25;
const WHEEL = Math.log(KEY) / 100;

/** Where room is made the last ink comes to lie here, as a share of the pad's width. */
const ROOM_FROM = 0.5;

/** In milliseconds. */
const GLIDE = 200;

/**
 * The sheet shown another size, so that what lay at one place comes to lie at another.
 *
 * @param {Placement} placement
 * @param {{ factor: number, from: Place, to: Place }} how
 * @returns {Placement} within the sheet, which begins at 0, and within 0.5 to 4 times its size; a drawing that is shown smaller still
 *   may stay so
 */
function zoomed({ scale, x, y, width, height }, { factor, from, to }) {
  const wanted = Math.min(MOST, Math.max(Math.min(LEAST, scale), scale * factor));
  const size = { width: (width * scale) / wanted, height: (height * scale) / wanted };
  const corner = {
    x: within(x + from.x / scale - to.x / wanted, FARTHEST - size.width),
    y: within(y + from.y / scale - to.y / wanted, FARTHEST - size.height),
  };
  return { ...corner, ...size, scale: wanted, isMoved: true };
}

/** @param {number} value @param {number} most */
const within = (value, most) => Math.max(0, Math.min(most, value));

/**
 * @param {Placement} placement
 * @param {Place[]} before where two fingers were
 * @param {Place[]} after where they are
 * @returns {Placement} what lay between them still does, and is as much larger as they have parted
 */
export function pinched(placement, before, after) {
  const factor = apart(after) / Math.max(1e-3, apart(before));
  return zoomed(placement, { factor, from: middle(before), to: middle(after) });
}

/** @param {Place[]} places */
const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);

/** @param {Place[]} places */
const middle = ([one, other]) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/**
 * @param {Placement} placement
 * @param {{ deltaX: number, deltaY: number, ctrlKey: boolean, at: Place, side: number }} wheel in pixels, side being the pad's
 * @returns {Placement} zoomed about the pointer with Ctrl, as a pinch on a touch pad has it, else scrolled
 */
export function wheeled(placement, { deltaX, deltaY, ctrlKey, at, side }) {
  if (ctrlKey) return zoomed(placement, { factor: Math.exp(-deltaY * WHEEL), from: at, to: at });
  return zoomed(placement, { factor: 1, from: at, to: { x: at.x - deltaX / side, y: at.y - deltaY / side } });
}

/**
 * @param {Placement} placement
 * @param {boolean} isLarger
 * @param {{ x: number, y: number } | null} pen of the keyboard, in the ink's units; else it is about the middle
 * @returns {Placement}
 */
export function keyed(placement, isLarger, pen) {
  const { x, y, width, height, scale } = placement;
  const at = pen
    ? { x: (pen.x - x) * scale, y: (pen.y - y) * scale }
    : { x: (width * scale) / 2, y: (height * scale) / 2 };
  return zoomed(placement, { factor: isLarger ? KEY : 1 / KEY, from: at, to: at });
}

/**
 * @param {Placement} placement
 * @param {number} right where the ink ends, in its units
 * @returns {Placement} as large as it is, with room for more
 */
export function withRoom(placement, right) {
  const { x, width, scale } = placement;
  const from = { x: (right - x) * scale, y: 0 };
  return zoomed(placement, { factor: 1, from, to: { x: ROOM_FROM * width * scale, y: 0 } });
}

/**
 * Moves the sheet sideways, at once where motion is not wanted.
 * @param {Placement} from
 * @param {Placement} to
 * @param {(placement: Placement) => boolean} onStep returns whether it is to go on
 */
export function glide(from, to, onStep) {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const began = performance.now();
  /** @param {number} now */
  function step(now) {
    const share = isStill ? 1 : Math.min(1, Math.max(0, (now - began) / GLIDE));
    const eased = 1 - (1 - share) ** 2;
    if (onStep({ ...to, x: from.x + (to.x - from.x) * eased }) && share < 1) requestAnimationFrame(step);
  }
  step(began);
}
