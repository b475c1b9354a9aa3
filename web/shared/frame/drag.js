/**
 * @import { Point } from './area.js'
 * @typedef {{
 *   begin: (point: Point, event: PointerEvent) => boolean,
 *   move: (point: Point) => void,
 *   end: () => void,
 *   cancel: () => void,
 * }} Drag `begin` tells whether this press is one; `cancel` leaves everything as it was
 */

/**
 * Turns the pointer events on a picture into drags, one at a time; Escape gives up the one under way.
 * @param {HTMLElement} paper
 * @param {Drag} drag receives points in shares of the paper, also from beside it
 */
export function watchDrags(paper, drag) {
  /** @type {number | null} */
  let active = null;

  /** @param {() => void} finish */
  function stop(finish) {
    active = null;
    paper.ownerDocument.removeEventListener('keydown', onEscape, { capture: true });
    finish();
  }

  /** @param {KeyboardEvent} event */
  function onEscape(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop(drag.cancel);
  }

  paper.addEventListener('pointerdown', (event) => {
    if (active !== null || event.button !== 0 || !drag.begin(pointOf(paper, event), event)) return;
    active = event.pointerId;
    // Before anybody else takes Escape for leaving the page's view.
    paper.ownerDocument.addEventListener('keydown', onEscape, { capture: true });
    capture(paper, event);
  });
  paper.addEventListener('pointermove', (event) => {
    if (event.pointerId !== active) return;
    // A release that the page never heard of, such as one during a dialog.
    if (event.pointerType === 'mouse' && event.buttons === 0) return stop(drag.end);
    drag.move(pointOf(paper, event));
  });
  paper.addEventListener('pointerup', (event) => {
    if (event.pointerId !== active) return;
    drag.move(pointOf(paper, event));
    stop(drag.end);
  });
  // The system took the pointer away, to scroll for example: nobody meant it.
  paper.addEventListener('pointercancel', (event) => {
    if (event.pointerId === active) stop(drag.cancel);
  });
  paper.addEventListener('lostpointercapture', (event) => {
    if (event.pointerId === active) stop(drag.end);
  });
  // Else a mouse would drag the picture itself away.
  paper.addEventListener('dragstart', (event) => event.preventDefault());
}

/**
 * @param {HTMLElement} paper
 * @param {PointerEvent} event
 */
function capture(paper, event) {
  try {
    paper.setPointerCapture(event.pointerId);
  } catch (error) {
    // A tap can be over before its first event is handled.
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/**
 * @param {HTMLElement} paper
 * @param {PointerEvent} event
 * @returns {Point}
 */
function pointOf(paper, event) {
  const { left, top, width, height } = paper.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}
