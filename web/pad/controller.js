import { record, redo, undo } from '../shared/undo.js';
import { withInk } from '../shared/strokes.js';
import { connectKeyboardPen } from './keyboard-pen.js';
import { connectPad } from './pointer.js';
import { createPadHand } from './gesture.js';
import { asMeant, strokesLeftOut } from './left-out.js';
import { keepPlaced, placeInk } from './place-ink.js';
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
  /** @type {ReturnType<typeof import('./move-sheet.js').createSheetMoves> | undefined} */
  let sheet;
  const hand = createPadHand(
    () => {
      const { history, gesture, tool, placement } = now();
      return { drawing: history.now, gesture, erases: tool === 'eraser', pad: placement };
    },
    {
      onGesture(gesture, isNew) {
        if (isNew) onBegin();
        sheet?.touched();
        change({ gesture, ...(isNew ? { message: null } : {}) });
      },
      onDrawn(drawing) {
        const before = now().history;
        change({ picked: null });
        draw(drawing);
        sheet?.lifted();
        const after = now().history;
        // Only as long as nothing has been done since. The whole history comes back, and with it what could be done again.
        return () => now().history === after && keep(before);
      },
      onTap,
    },
  );
  const inSight = () => now().placement;
  connectKeyboardPen(pad, hand, { inSight, onCursor: (cursor) => change({ cursor }) });
  connectPad(pad, { ...hand, pinch: (before, after) => sheet?.pinch(before, after) }, inSight);

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
    /** Lets the sheet be zoomed and scrolled, once what is needed to write is there. */
    async letMove() {
      sheet = (await import('./move-sheet.js')).createSheetMoves(pad, { now, change });
    },
    /** @type {Record<string, () => void>} */
    actions: {
      undo: () => keep(undo(now().history)),
      redo: () => keep(redo(now().history)),
      clear: () => draw(withInk(now().history.now, [])),
      /** Shows all that was written, where the pad has it. */
      whole() {
        const { clientWidth: width, clientHeight: height } = pad;
        if (width > 0) change({ placement: placeInk(now().history.now.ink, { width, height }) });
      },
      /** Reads what was left out of the reading. */
      meant() {
        const { history, reading } = now();
        const leftOut = strokesLeftOut(history.now.ink, reading?.skipped ?? []);
        draw({ ...history.now, ink: asMeant(history.now.ink, leftOut) });
      },
    },

    /** @param {(corrections: Corrections) => Corrections} step */
    correct(step) {
      const drawing = now().history.now;
      const corrections = step(drawing.corrections);
      if (corrections !== drawing.corrections) draw({ ...drawing, corrections });
    },
  };
}
