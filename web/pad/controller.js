import { record, redo, undo } from '../shared/undo.js';
import { withInk } from '../shared/strokes.js';
import { connectKeyboardPen } from './keyboard-pen.js';
import { connectPad } from './pointer.js';
import { createPadHand } from './gesture.js';
import { keepPlaced } from './place-ink.js';
import { saveDrawing } from './stored-drawing.js';

/**
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @import { Drawing } from '../shared/strokes.js'
 * @import { State } from '../app/state.js'
 */

/**
 * The drawing on the pad: drawn by a hand, kept on the device, taken back, and shown where it fits.
 * @param {HTMLElement} pad
 * @param {() => Storage} storage
 * @param {{
 *   now: () => State,
 *   change: (changed: Partial<State>) => void,
 *   onBegin: () => void,
 *   onTap: (place: { x: number, y: number }) => (() => void) | null,
 * }} page onBegin: the hand begins to draw; onTap as a Hand's
 */
export function createPadDrawing(pad, storage, { now, change, onBegin, onTap }) {
  const hand = createPadHand(
    () => {
      const { history, gesture, tool, placement } = now();
      return { drawing: history.now, gesture, erases: tool === 'eraser', pad: placement };
    },
    {
      onGesture(gesture, isNew) {
        if (isNew) onBegin();
        change({ gesture, ...(isNew ? { message: null } : {}) });
      },
      onDrawn(drawing) {
        const before = now().history;
        change({ picked: null });
        draw(drawing);
        const after = now().history;
        // Only as long as nothing has been done since. The whole history comes back, and with it what could be done again.
        return () => now().history === after && keep(before);
      },
      onTap,
    },
  );
  connectKeyboardPen(pad, hand, { size: () => now().placement, onCursor: (cursor) => change({ cursor }) });
  connectPad(pad, hand, () => now().placement.scale);

  /** @param {History<Drawing>} history */
  function keep(history) {
    const { message } = now();
    const isKept = saveDrawing(storage, history);
    change({ history, gesture: null, message: message?.kind === 'note' ? null : message, isKept });
    place();
  }

  /** @param {Drawing} drawing Undo brings back the one that was there */
  const draw = (drawing) => keep(record(now().history, drawing));

  /** Finds out where the drawing lies on the pad, as that is now. */
  function place() {
    const { clientWidth: width, clientHeight: height } = pad;
    const { gesture, history, placement } = now();
    // Out of sight the pad has no size; and nothing moves while one draws.
    if (width > 0 && !gesture) change({ placement: keepPlaced(placement, history.now.ink, { width, height }) });
  }

  return {
    place,
    draw,
    undo: () => keep(undo(now().history)),
    redo: () => keep(redo(now().history)),
    clear: () => draw(withInk(now().history.now, [])),

    /** @param {(corrections: Corrections) => Corrections} step */
    correct(step) {
      const drawing = now().history.now;
      const corrections = step(drawing.corrections);
      if (corrections !== drawing.corrections) draw({ ...drawing, corrections });
    },
  };
}
