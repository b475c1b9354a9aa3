import { isLarge } from './palm.js';

/**
 * Follows every finger on the pad, and tells a pinch from a hand that writes and another that comes too near.
 * @typedef {{ x: number, y: number }} Place on the pad, in sides of it
 */

/**
 * Two fingers are a pinch where the second lands while the first has drawn no more than these pixels, for no longer than these
 * milliseconds, or has not moved at all. Later it disturbs a stroke that was meant.
 */
const YOUNG = { length: 40, time: 300, still: 6 };

/**
 * @param {HTMLElement} pad
 * @param {(before: Place[], after: Place[]) => void} onPinch where two fingers were, and where they are
 */
export function createFingers(pad, onPinch) {
  /** @type {Map<number, Place>} by their pointers */
  const places = new Map();
  let isPinch = false;

  /** @param {PointerEvent} event */
  function lift({ pointerId }) {
    places.delete(pointerId);
    // What is left of a pinch draws nothing.
    isPinch &&= places.size > 0;
  }
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    pad.addEventListener(end, lift);
  }

  return {
    isPinch: () => isPinch,

    /**
     * @param {PointerEvent} event of any pointer that goes down
     * @param {{ first: PointerEvent, length: number, isLarge: boolean } | null} stroke in progress, and how far it has come
     * @returns {boolean} whether both are the fingers of a pinch
     */
    land(event, stroke) {
      if (event.pointerType === 'touch') places.set(event.pointerId, placeOf(pad, event));
      if (isPinch || !stroke || event.pointerType !== 'touch' || !places.has(stroke.first.pointerId)) return isPinch;
      const isYoung = stroke.length <= YOUNG.length && event.timeStamp - stroke.first.timeStamp <= YOUNG.time;
      const isPalm = stroke.isLarge || isLarge(event);
      isPinch = places.size > 1 && !isPalm && (isYoung || stroke.length <= YOUNG.still);
      return isPinch;
    },

    /** @param {PointerEvent} event of any pointer that moves */
    move(event) {
      if (!places.has(event.pointerId)) return;
      const before = [...places.values()].slice(0, 2);
      places.set(event.pointerId, placeOf(pad, event));
      if (isPinch && before.length > 1) onPinch(before, [...places.values()].slice(0, 2));
    },
  };
}

/**
 * @param {HTMLElement} pad
 * @param {{ clientX: number, clientY: number }} event
 * @returns {Place} from clientX, since offsetX of coalesced events differs between browsers
 */
export function placeOf(pad, { clientX, clientY }) {
  const { left, top, width, height } = pad.getBoundingClientRect();
  const side = Math.min(width, height);
  return { x: (clientX - left) / side, y: (clientY - top) / side };
}
