import { buildButton } from '../shared/dom/elements.js';
import { named } from '../shared/dom/fill-texts.js';

/** @typedef {{ x: number, y: number }} Point in the window */

const MOST = 6;
const STEP = 1.5;
/** So much larger a double tap shows what is below it. */
const TAP = 2.5;
/** A notch of a wheel of some 100 pixels. */
const WHEEL = Math.log(1.25) / 100;

/**
 * Shows the picture larger: by buttons, keys, a wheel with Ctrl, two fingers and a double tap, about where they are. What
 * is larger than its frame scrolls in it, by fingers, wheel and arrow keys.
 * @param {HTMLElement} frame
 * @param {HTMLElement} sheet within it
 * @param {() => Point | null} chosen where what a person has chosen is shown; null for nothing
 */
export function createZoom(frame, sheet, chosen) {
  let zoom = 1;
  const smaller = button('−', 'opened.smaller', () => set(zoom / STEP));
  const larger = button('+', 'opened.larger', () => set(zoom * STEP));
  named(frame, { textLabel: 'opened.frame' });

  /** @param {number} wanted @param {Point} [at] stays where it is */
  function set(wanted, at = chosen() ?? middleOf(frame)) {
    const before = sheet.getBoundingClientRect();
    const share = { x: (at.x - before.left) / before.width, y: (at.y - before.top) / before.height };
    zoom = Math.max(1, Math.min(MOST, wanted));
    sheet.style.setProperty('--zoom', String(zoom));
    smaller.ariaDisabled = String(zoom === 1);
    larger.ariaDisabled = String(zoom === MOST);
    const after = sheet.getBoundingClientRect();
    frame.scrollBy(after.left + share.x * after.width - at.x, after.top + share.y * after.height - at.y);
  }

  frame.addEventListener('wheel', (event) => {
    // A pinch on a touch pad is a wheel with Ctrl.
    if (!event.ctrlKey) return;
    event.preventDefault();
    set(zoom * Math.exp(-event.deltaY * WHEEL), { x: event.clientX, y: event.clientY });
  });
  frame.addEventListener('dblclick', ({ clientX, clientY }) => set(zoom > 1 ? 1 : TAP, { x: clientX, y: clientY }));
  frame.addEventListener('keydown', (event) => {
    if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = { '+': zoom * STEP, '=': zoom * STEP, '-': zoom / STEP, 0: 1 }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  });
  watchPinches(frame, (factor, at) => set(zoom * factor, at));

  set(1);
  return {
    smaller,
    larger,
    reset: () => set(1),
    /** Scrolls, within the frame alone, to what is not in sight. @param {DOMRect} rect */
    reveal(rect) {
      const all = frame.getBoundingClientRect();
      const isSeen =
        rect.left >= all.left && rect.right <= all.right && rect.top >= all.top && rect.bottom <= all.bottom;
      if (isSeen || zoom === 1) return;
      const [own, middle] = [middleOf({ getBoundingClientRect: () => rect }), middleOf(frame)];
      frame.scrollBy(own.x - middle.x, own.y - middle.y);
    },
  };
}

/**
 * @param {HTMLElement} frame
 * @param {(factor: number, at: Point) => void} onPinch at: between the fingers
 */
function watchPinches(frame, onPinch) {
  let apart = 0;
  /** @param {TouchList} touches */
  const distance = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  frame.addEventListener('touchstart', ({ touches }) => {
    apart = touches.length === 2 ? distance(touches) : 0;
  });
  frame.addEventListener(
    'touchmove',
    (event) => {
      const { touches } = event;
      if (touches.length !== 2 || apart === 0) return;
      event.preventDefault();
      const now = distance(touches);
      const [one, other] = touches;
      onPinch(now / apart, { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 });
      apart = Math.max(1, now);
    },
    { passive: false },
  );
}

/** @param {{ getBoundingClientRect: () => DOMRect }} element @returns {Point} */
function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** @param {string} sign @param {string} textLabel @param {() => void} onClick */
const button = (sign, textLabel, onClick) => named(buildButton(sign, onClick, { className: 'plain' }), { textLabel });
