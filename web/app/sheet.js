import { strokesLeftOut } from '../pad/left-out.js';
import { createPadView } from '../pad/view.js';
import { findElement } from '../shared/dom/elements.js';
import { lazy } from '../shared/lazy.js';
import { memo } from '../shared/memo.js';
import { currentLanguage } from '../texts/texts.js';
import { inkOf } from './state.js';

/**
 * @import { Shown } from '../shared/reading/shown-reading.js'
 * @import { State } from './state.js'
 * @typedef {{ act: (action: string) => void, onProblem: (problem: unknown) => void }} Events
 */

/** Of the squares' usual size: where they are smaller they are no paper. */
const LEAST_SQUARES = 0.5;

/** @type {ReadonlyArray<never>} */
const NOTHING = [];

/**
 * The sheet as the pad shows it: its ink, its squares, and what can be done about it.
 * @param {HTMLCanvasElement} pad
 * @param {Events} events
 * @returns {(state: State, shown: Shown | null) => void}
 */
export function createSheet(pad, events) {
  const padView = createPadView(pad);
  const showFoot = createLazyFoot(events);
  const leftOutOf = memo(strokesLeftOut);
  const field = findElement(document, '.field', HTMLElement);
  const moveSquares = memo((/** @type {State['placement']} */ { x, y, scale }) => {
    const unit = Math.min(pad.clientWidth, pad.clientHeight) * scale;
    field.style.setProperty('--zoom', String(Math.max(LEAST_SQUARES, scale)));
    field.style.setProperty('--left', `${-x * unit}px`);
    field.style.setProperty('--top', `${-y * unit}px`);
  });
  return (state, shown) => {
    const { appearance, cursor, gesture, history, placement, view } = state;
    // A stroke that is still being drawn is not faint: it may become anything.
    const leftOut = leftOutOf(history.now.ink, (view === 'pad' && shown?.skipped) || NOTHING);
    padView.render(inkOf(state), { leftOut, cursor, eraser: gesture?.eraser ?? null, placement }, appearance);
    moveSquares(placement);
    showFoot(placement.isMoved ? placement.scale : null, leftOut.size);
  };
}

/**
 * Its code comes when there is first something to do.
 * @param {Events} events
 */
function createLazyFoot({ act, onProblem }) {
  const sheet = findElement(document, '#sheet', HTMLElement);
  const foot = lazy(async () => (await import('../pad/foot.js')).createFoot(sheet, act));
  let isWanted = false;
  return memo((/** @type {number | null} */ zoom, /** @type {number} */ leftOut) => {
    isWanted ||= zoom !== null || leftOut > 0;
    if (isWanted) foot().then(({ render }) => render({ zoom, leftOut }), onProblem);
  }, currentLanguage);
}
