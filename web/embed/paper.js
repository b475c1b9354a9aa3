/**
 * @typedef {{ x: number, y: number, t: number }} Point
 * @typedef {Point[][]} Ink
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Paper to write on, by one pen at a time. The page's own pad can more; this one is small enough to be fetched unasked.
 *
 * @param {{ onInk: () => void }} events onInk: a stroke was written, or taken back
 */
export function createPaper({ onInk }) {
  const element = document.createElementNS(SVG, 'svg');
  element.setAttribute('part', 'paper');
  element.setAttribute('tabindex', '-1');
  element.setAttribute('aria-hidden', 'true');
  /** @type {Ink} */
  let strokes = [];
  /** @type {number | null} the pointer that writes */
  let active = null;
  let hasPen = false;
  const paper = {
    element,
    isDisabled: false,
    ink: () => strokes,
    clear: () => show([]),
    undo() {
      show(strokes.slice(0, -1));
      onInk();
    },
  };

  /** @param {Ink} ink */
  function show(ink) {
    strokes = ink;
    active = null;
    element.replaceChildren(...ink.map(lineOf));
  }

  /** @param {Point[]} stroke */
  function lineOf(stroke) {
    const line = document.createElementNS(SVG, 'path');
    const [first, ...rest] = stroke.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    // A dot is a line of no length, which round caps make seen.
    line.setAttribute('d', `M${first}L${rest.join('L') || first}`);
    return line;
  }

  /** @param {PointerEvent} event @returns {Point} */
  function pointOf({ clientX, clientY, timeStamp }) {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top, t: timeStamp };
  }

  element.onpointerdown = (event) => {
    hasPen ||= event.pointerType === 'pen';
    // Where somebody writes with a pen, what else touches is their hand.
    if (paper.isDisabled || active !== null || event.button !== 0 || (hasPen && event.pointerType === 'touch')) return;
    active = event.pointerId;
    element.setPointerCapture(active);
    strokes = [...strokes, [pointOf(event)]];
    element.append(lineOf(strokes[strokes.length - 1]));
  };
  element.onpointermove = (event) => {
    if (event.pointerId !== active) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const stroke = strokes[strokes.length - 1];
    stroke.push(...(events.length > 0 ? events : [event]).map(pointOf));
    element.lastElementChild?.replaceWith(lineOf(stroke));
  };
  element.onpointerup = element.onlostpointercapture = (event) => {
    if (event.pointerId !== active) return;
    active = null;
    onInk();
  };
  // The system took it for a gesture of its own: nobody meant that ink.
  element.onpointercancel = (event) => {
    if (event.pointerId === active) show(strokes.slice(0, -1));
  };
  // iPadOS takes fast strokes for Scribble unless a listener that is not passive refuses them.
  element.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false });
  return paper;
}
