import { inkBox } from '../reader/ink/rasterize.js';
import { placeOf } from './fingers.js';
import { glide, keyed, pinched, wheeled, withRoom } from './zoom.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { NumberReading } from '../reader/reading.js'
 * @import { State } from '../app/state.js'
 * @import { Placement } from './place-ink.js'
 * @import { Hand } from './pointer.js'
 */

/** A long number gets room once the pen has rested for so many milliseconds, where it ends in this last share of the pad. */
const REST = 1000;
const NEAR_EDGE = 0.15;

/** A number of fewer digits has most likely come to its end: nothing moves for it. */
const LONG = 3;

/**
 * Zooms and scrolls the sheet by two fingers, wheel and keys, and makes room for a long number. Nothing moves under a hand that draws.
 * @param {HTMLElement} pad
 * @param {{ now: () => State, change: (changed: { placement: Placement }) => void }} page
 */
export function createSheetMoves(pad, { now, change }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;

  /** @param {(placement: Placement) => Placement} how */
  function move(how) {
    if (!now().gesture) change({ placement: how(now().placement) });
  }

  pad.addEventListener(
    'wheel',
    (event) => {
      const { ctrlKey, deltaX, deltaY } = event;
      // Elsewhere, and as long as the sheet lies in its place, a wheel scrolls the page.
      if (!ctrlKey && !now().placement.isMoved) return;
      event.preventDefault();
      const [at, side] = [placeOf(pad, event), Math.min(pad.clientWidth, pad.clientHeight)];
      move((placement) => wheeled(placement, { deltaX, deltaY, ctrlKey, at, side }));
    },
    { passive: false },
  );
  pad.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey || !['+', '=', '-'].includes(key)) return;
    move((placement) => keyed(placement, key !== '-', now().cursor));
  });

  function makeRoom() {
    const end = longEnd(now());
    if (end === null) return;
    let { placement: shown } = now();
    glide(shown, withRoom(shown, end), (placement) => {
      // A hand that draws, or moves the sheet itself, has its way.
      if (now().gesture || now().placement !== shown) return false;
      shown = placement;
      change({ placement });
      return true;
    });
  }

  return {
    /** @type {NonNullable<Hand['pinch']>} */
    pinch: (before, after) => move((placement) => pinched(placement, before, after)),

    /** Nothing moves under a hand that has come back. */
    touched: () => clearTimeout(rest),

    /** The hand has drawn, and was lifted. */
    lifted() {
      clearTimeout(rest);
      rest = setTimeout(makeRoom, REST);
    },
  };
}

/**
 * @param {State} state
 * @returns {number | null} where a long number ends that was just written up to the pad's right edge; null where there is none
 */
function longEnd({ history, reading, placement: { x, width } }) {
  const edge = x + (1 - NEAR_EDGE) * width;
  const isNear = (/** @type {Box | null} */ box) => box !== null && box.x + box.width > edge;
  if (!isNear(inkBox(history.now.ink.slice(-1)))) return null;
  // What is no digit yet may want another stroke, in its place.
  const isLong = (/** @type {NumberReading} */ { digits }) => digits.length >= LONG && digits.at(-1)?.digit !== null;
  const number = reading?.numbers.find((each) => isLong(each) && isNear(each.box));
  return number ? number.box.x + number.box.width : null;
}
