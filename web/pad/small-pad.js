import './small-pad.css';
import { build } from '../shared/dom/elements.js';
import { watchAppearance } from '../shared/dom/appearance.js';
import { createPadHand } from './gesture.js';
import { connectKeyboardPen } from './keyboard-pen.js';
import { SQUARE } from './place-ink.js';
import { connectPad } from './pointer.js';
import { createPadView } from './view.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @typedef {ReturnType<typeof createSmallPad>} SmallPad
 * @typedef {typeof createSmallPad} CreateSmallPad
 */

/** @type {ReadonlySet<import('../shared/strokes.js').Stroke>} */
const NONE = new Set();

/**
 * A square pad for one digit, written on as the page's own is: by finger, pen, mouse and keyboard.
 *
 * @param {{ name: string, onDrawn: (ink: Ink) => void }} page onDrawn is told of the ink whenever the hand has been lifted
 */
export function createSmallPad({ name, onDrawn }) {
  const element = build('canvas', { className: 'small-pad', tabIndex: 0, role: 'application', ariaLabel: name });
  element.setAttribute('aria-describedby', 'pad-keys');
  const view = createPadView(element);
  /** @type {Ink} */
  let ink = [];
  /** @type {import('./gesture.js').Gesture | null} */
  let gesture = null;
  /** @type {import('./keyboard-pen.js').Cursor | null} */
  let cursor = null;
  let [appearance, frame] = [0, 0];

  function render() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      view.render((gesture ?? { ink }).ink, { leftOut: NONE, cursor, eraser: null, placement: SQUARE }, appearance);
    });
  }

  /** @param {Ink} drawn */
  function keep(drawn) {
    const before = ink;
    [ink, gesture] = [drawn, null];
    render();
    onDrawn(ink);
    return () => ink === drawn && keep(before);
  }

  const hand = createPadHand(() => ({ drawing: { ink, corrections: [] }, gesture, erases: false, pad: SQUARE }), {
    onGesture(next) {
      gesture = next;
      render();
    },
    onDrawn: (drawing) => keep(drawing.ink),
    onTap: () => null,
  });
  connectKeyboardPen(element, hand, {
    inSight: () => SQUARE,
    onCursor(next) {
      cursor = next;
      render();
    },
  });
  connectPad(element, hand, () => SQUARE);
  watchAppearance(element, () => {
    appearance++;
    render();
  });

  return {
    element,
    /** @param {string} label for those who do not see it */
    rename: (label) => (element.ariaLabel = label),
    /** @param {Ink} [drawn] nothing, to write anew */
    show(drawn = []) {
      [ink, gesture] = [drawn, null];
      render();
    },
  };
}
