import { createFingers, placeOf } from './fingers.js';
import { createPalmWatch, isLarge } from './palm.js';

/**
 * A hand is what writes, by pointer or by keyboard; these are the things that it can do.
 * @import { Place } from './fingers.js'
 * @import { Placement } from './place-ink.js'
 * @import { Point } from '../shared/strokes.js'
 * @typedef {{
 *   start: (point: Point, options: { eraser: boolean }) => void,
 *   move: (points: Point[]) => void,
 *   end: () => (() => void) | void,
 *   cancel: () => void,
 *   tap?: (place: { x: number, y: number }) => (() => void) | null,
 *   pinch?: (before: Place[], after: Place[]) => void,
 * }} Hand end returns what takes the stroke back as if it had never been; tap is told of a short touch, in the window's
 *   pixels, before it becomes a dot: asked as it begins, it returns what to do for something that lies there; pinch is told
 *   where two fingers were, and where they are
 */

/** The bit of `buttons` that the far end of a pen sets (Pointer Events, section 4.1.3.2). */
const ERASER_END = 32;

/** A tap is no stroke: it lasts no longer than these milliseconds, and slips by no more than these pixels. */
const LONGEST_TAP = 400;
const FARTHEST_TAP = 6;

/** Whatever tells that a pen is there, also where it points at a button. */
const PEN_SIGNS = /** @type {const} */ (['pointerdown', 'pointermove', 'pointerup', 'pointerover', 'pointerout']);

/**
 * Turns the pointer events of the pad into what one hand does. One pointer at a time draws; two fingers that land together move the
 * sheet, and those that come later change nothing, nor does the palm of a hand that holds a pen.
 * @param {HTMLElement} pad
 * @param {Hand} hand receives points in the ink's units, also from beside the pad
 * @param {() => Placement} placement
 */
export function connectPad(pad, hand, placement) {
  /** @type {PointerEvent | null} the event that began the stroke in progress */
  let active = null;
  /** True once the stroke in progress has been as wide as a palm. */
  let wasLarge = false;
  const palms = createPalmWatch();
  const fingers = createFingers(pad, (before, after) => hand.pinch?.(before, after));
  /** In the window's pixels, how far the stroke in progress has come from its beginning. */
  let farthest = 0;
  let isTapTaken = false;
  /** @type {(() => void) | null} */
  let takeTap = null;

  /** @param {PointerEvent} event */
  function begin(event) {
    const isPrimaryButton = event.button === 0;
    const isEraserEnd = (event.buttons & ERASER_END) !== 0;
    if (!(isPrimaryButton || isEraserEnd) || palms.isPalm(event)) return;
    const wasPinch = fingers.isPinch();
    if (fingers.land(event, active && { first: active, length: farthest, isLarge: wasLarge })) {
      return wasPinch || stop(hand.cancel);
    }
    if (active && !takesOver(event, active)) return;
    if (active) stop(active.pointerType === 'touch' ? hand.cancel : hand.end);
    if (event.pointerType === 'pen') palms.penDown(event);
    active = event;
    wasLarge = isLarge(event);
    farthest = 0;
    isTapTaken = false;
    // Asked now: what the touch draws moves what it was meant for.
    takeTap = hand.tap?.({ x: event.clientX, y: event.clientY }) ?? null;
    capture(pad, event);
    hand.start(pointOf(pad, event, placement()), { eraser: isEraserEnd });
  }

  /** @param {PointerEvent} event */
  function follow(event) {
    fingers.move(event);
    if (event.pointerId !== active?.pointerId) return;
    // A release that the page never heard of, such as one during a dialog, must not leave the pen stuck to the mouse.
    if (event.pointerType === 'mouse' && event.buttons === 0) return stop(hand.end);
    if (palms.becomesPalm(event)) return stop(hand.cancel);
    wasLarge ||= isLarge(event);
    farthest = Math.max(farthest, distance(event, active));
    const events = event.getCoalescedEvents?.() ?? [];
    hand.move((events.length > 0 ? events : [event]).map((each) => pointOf(pad, each, placement())));
  }

  /** @param {() => void} how */
  function stop(how) {
    active = null;
    how();
  }

  /** @param {PointerEvent} event that ends a stroke which was meant */
  function finish(event) {
    const first = active;
    active = null;
    const takeBack = hand.end();
    if (first?.pointerType !== 'touch' || !takeBack) return;
    palms.remember({ began: first.timeStamp, ended: event.timeStamp, isLarge: wasLarge, takeBack });
  }

  /** @param {PointerEvent} event */
  function isActive(event) {
    return event.pointerId === active?.pointerId;
  }

  for (const sign of PEN_SIGNS) pad.ownerDocument.addEventListener(sign, palms.notice, { capture: true });
  pad.addEventListener('pointerdown', begin);
  pad.addEventListener('pointermove', follow);
  pad.addEventListener('pointerup', (event) => {
    if (!active || !isActive(event)) return;
    const isTap = Math.max(farthest, distance(event, active)) <= FARTHEST_TAP;
    const isShort = isTap && event.timeStamp - active.timeStamp <= LONGEST_TAP;
    isTapTaken = isShort && takeTap !== null;
    if (isTapTaken) {
      stop(hand.cancel);
      return takeTap?.();
    }
    hand.move([pointOf(pad, event, placement())]);
    finish(event);
  });
  // The system took the pointer away: a gesture of its own, or a palm that it recognized late. Nobody meant that ink.
  pad.addEventListener('pointercancel', (event) => {
    if (isActive(event)) stop(hand.cancel);
  });
  // Capture lost without either of the above, as when the pad is hidden: what was drawn was meant.
  pad.addEventListener('lostpointercapture', (event) => {
    if (isActive(event)) finish(event);
  });
  pad.addEventListener('contextmenu', (event) => {
    if (active) event.preventDefault();
  });
  // The click that follows a touch would go to what the tap has opened, and close it.
  pad.addEventListener('touchend', (event) => isTapTaken && event.preventDefault(), { passive: false });
  // iPadOS takes fast pen strokes for Scribble unless a listener that is not passive refuses them.
  pad.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false });
}

/**
 * A pen takes over from the palm that landed before it; a pointer that goes down twice has lost its first release.
 * @param {PointerEvent} event
 * @param {PointerEvent} active
 */
function takesOver(event, active) {
  return event.pointerId === active.pointerId || (event.pointerType === 'pen' && active.pointerType === 'touch');
}

/**
 * @param {PointerEvent} event
 * @param {PointerEvent} first
 */
function distance(event, first) {
  return Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY);
}

/**
 * @param {HTMLElement} pad
 * @param {PointerEvent} event
 */
function capture(pad, event) {
  try {
    pad.setPointerCapture(event.pointerId);
  } catch (error) {
    // A tap can be over before its first event is handled. The stroke then needs no capture.
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/**
 * @param {HTMLElement} pad
 * @param {PointerEvent} event
 * @param {Placement} placement
 * @returns {Point}
 */
function pointOf(pad, event, { x, y, scale }) {
  const place = placeOf(pad, event);
  const t = Math.round(performance.timeOrigin + event.timeStamp);
  const isWide = event.pointerType === 'touch' && isLarge(event);
  return { x: x + place.x / scale, y: y + place.y / scale, t, ...(isWide && { wide: true }) };
}
