import { record, redo, undo } from '../shared/undo.js';
import { withInk } from '../shared/strokes.js';
import { lazy } from '../shared/lazy.js';
import { connectKeyboardPen } from './keyboard-pen.js';
import { placeOf } from './fingers.js';
import { connectPad } from './pointer.js';
import { createPadHand } from './gesture.js';
import { asMeant, strokesAt, strokesLeftOut } from './left-out.js';
import { keepPlaced, placeInk } from './place-ink.js';
import { saveDrawing } from './stored-drawing.js';

/**
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @import { Drawing, Stroke } from '../shared/strokes.js'
 * @import { State } from '../app/state.js'
 */

/** In sides of the pad: as far from a stroke a finger still touches it. */
const TOUCH = 0.05;

/**
 * The drawing on the pad: drawn by a hand, kept on the device, taken back, and shown where it fits.
 * @param {HTMLElement} pad
 * @param {() => Storage} storage
 * @param {{
 *   now: () => State,
 *   change: (changed: Partial<State>) => void,
 *   onBegin: () => void,
 *   onTap: (place: { x: number, y: number }) => (() => void) | null,
 *   tell: (problem: unknown) => void,
 * }} page onBegin: the hand begins to draw; onTap as a Hand's
 */
export function createPadDrawing(pad, storage, { now, change, onBegin, onTap, tell }) {
  const saving = lazy(() => import('./saving.js'));
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
      // A second touch on ink that is left out says that it was meant.
      onTap: (spot) => onTap(spot) ?? readTouched(spot),
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

  const leftOut = () => strokesLeftOut(now().history.now.ink, now().reading?.skipped ?? []);

  /** @param {ReadonlySet<Stroke>} strokes that were left out */
  function read(strokes) {
    const drawing = now().history.now;
    draw({ ...drawing, ink: asMeant(drawing.ink, strokes) });
  }

  /** @param {{ x: number, y: number }} spot in the window @returns {(() => void) | null} */
  function readTouched(spot) {
    const { x, y, scale } = now().placement;
    const at = placeOf(pad, { clientX: spot.x, clientY: spot.y });
    const point = { x: x + at.x / scale, y: y + at.y / scale };
    const touched = strokesAt(leftOut(), point, TOUCH / scale);
    return touched.size > 0 ? () => read(touched) : null;
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
      clearByKey: () => clearByKey(now().history.now, { draw, change }),
      /** Shows all that was written, where the pad has it. */
      whole() {
        const { clientWidth: width, clientHeight: height } = pad;
        if (width > 0) change({ placement: placeInk(now().history.now.ink, { width, height }) });
      },
      save() {
        const { history, calm } = now();
        if (history.now.ink.length > 0) saving().then(({ openSaving }) => openSaving(history.now, calm.reading), tell);
      },
      /** Reads what was left out of the reading. */
      meant: () => read(leftOut()),
    },

    /** @param {(corrections: Corrections) => Corrections} step */
    correct(step) {
      const drawing = now().history.now;
      const corrections = step(drawing.corrections);
      if (corrections !== drawing.corrections) draw({ ...drawing, corrections });
    },
  };
}

/**
 * A key is pressed for many reasons: whoever did not mean the drawing is told how to get it back.
 *
 * @param {Drawing} drawing
 * @param {{ draw: (drawing: Drawing) => void, change: (changed: Partial<State>) => void }} page
 */
function clearByKey(drawing, { draw, change }) {
  if (drawing.ink.length === 0) return;
  draw(withInk(drawing, []));
  change({ message: { kind: 'note', reason: { code: 'pad.cleared' } } });
}
