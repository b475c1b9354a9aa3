/**
 * @import { Hand } from './pointer.js'
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Point } from '../shared/strokes.js'
 * @typedef {Point & { down: boolean }} Cursor where the keyboard's pen is, and whether it touches the pad
 */

/** Home, End and the page keys lie around the arrows as the diagonals do on a number pad. */
const DIRECTIONS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-1, -1],
  PageUp: [1, -1],
  End: [-1, 1],
  PageDown: [1, 1],
});
/** In sides of the pad. */
const STEP = 0.02;
const LARGE_STEP = 0.1;

/**
 * A pen for the keyboard while the pad has the focus: the arrows move it, Space or Enter puts it down and lifts it.
 * Leaving the pad, or taking up the pointer, lifts it.
 * @param {HTMLElement} pad
 * @param {Hand} hand
 * @param {{ inSight: () => Box, onCursor: (cursor: Cursor | null) => void }} of inSight is of the sheet, in the ink's units; onCursor
 *   gets null when the pen is put away
 */
export function connectKeyboardPen(pad, hand, { inSight, onCursor }) {
  /** @type {Cursor | null} */
  let cursor = null;

  /** @param {Cursor | null} next */
  function move(next) {
    cursor = next;
    onCursor(cursor);
  }

  /** @param {() => void} [finish] */
  function putAway(finish = hand.end) {
    const wasDown = cursor?.down;
    if (cursor) move(null);
    if (wasDown) finish();
  }

  function toggle() {
    const { x, y, down } = cursor ?? middleOf(inSight());
    move({ x, y, down: !down });
    if (down) hand.end();
    else hand.start({ x, y }, { eraser: false });
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was one of the pen's */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key in DIRECTIONS) {
      move(cursor ? stepped(cursor, event, inSight()) : middleOf(inSight()));
      if (cursor?.down) hand.move([cursor]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (!event.repeat) toggle();
    } else if (event.key === 'Escape' && cursor?.down) {
      putAway(hand.cancel);
    } else {
      return false;
    }
    return true;
  }

  pad.addEventListener('keydown', (event) => {
    if (press(event)) event.preventDefault();
  });
  pad.addEventListener('blur', () => putAway());
  // Ahead of the pad's own listener: the keyboard's stroke must be over before the pointer's begins.
  pad.addEventListener('pointerdown', () => putAway(), { capture: true });
}

/** The first key shows the pen there. @param {Box} pad @returns {Cursor} */
const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2, down: false });

/**
 * @param {Cursor} cursor
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey'>} event its key is one of DIRECTIONS
 * @param {Box} pad
 * @returns {Cursor}
 */
function stepped(cursor, { key, shiftKey }, { x, y, width, height }) {
  const [right, down] = DIRECTIONS[key];
  const step = (shiftKey ? LARGE_STEP : STEP) * Math.min(width, height);
  const limit = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ length) =>
    Math.min(least + length, Math.max(least, value));
  return { ...cursor, x: limit(cursor.x + right * step, x, width), y: limit(cursor.y + down * step, y, height) };
}
