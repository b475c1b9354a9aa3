import { build, buildButton } from '../shared/dom/elements.js';
import { text } from '../texts/texts.js';
import './skipped.css';

/**
 * @import { Mark } from '../shared/marks/marks.js'
 * @typedef {{ x: number, y: number }} Point in shares of the picture as it is shown
 */

/** The arrow keys that go to the one after, or before. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * What was passed over can be read after all: who taps it, or goes to it by keys, is offered that.
 * @param {HTMLElement} sheet
 * @param {(index: number) => Promise<unknown>} onRead
 * @param {() => void} onLeave takes the focus
 */
export function createSkipped(sheet, onRead, onLeave) {
  const frame = build('div', { className: 'picture-chosen', hidden: true });
  const button = buildButton('', () => void readChosen(), { className: 'picture-read', hidden: true });
  sheet.append(frame);
  /** @type {ReadonlyArray<Mark>} */
  let marks = [];
  let chosen = -1;

  async function readChosen() {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const hadFocus = document.activeElement === button;
    await onRead(chosen);
    button.ariaDisabled = 'false';
    choose(-1);
    if (hadFocus) onLeave();
  }

  /** @param {number} index -1 for none */
  function choose(index) {
    chosen = index;
    const mark = marks[index];
    for (const element of [frame, button]) element.hidden = !mark;
    if (!mark) return;
    for (const [key, share] of Object.entries(mark.box)) sheet.style.setProperty(`--chosen-${key}`, `${share * 100}%`);
    button.textContent = text('opened.read');
    const values = { place: index + 1, count: marks.length, kind: text(`opened.${mark.mark}`) };
    button.ariaLabel = text('opened.read.named', values);
  }

  button.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step) choose(Math.min(Math.max(chosen + step, 0), marks.length - 1));
    else if (event.key === 'Escape') {
      choose(-1);
      onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    /** It stands beside the picture, where it covers no other ink. */
    button,
    /** @param {ReadonlyArray<Mark>} shown */
    render(shown) {
      const skipped = shown.filter(({ kind }) => kind === 'skipped');
      const isSame = skipped.length === marks.length && skipped.every((mark, at) => isAt(mark, marks[at]));
      marks = skipped;
      if (!isSame) choose(-1);
    },
    /** @param {Point | null} point what lies there is chosen, if anything; null for nothing */
    chooseAt(point) {
      const inside = marks.filter(({ box }) => point && isIn(point, box));
      const sizeOf = (/** @type {Mark} */ { box }) => box.width * box.height;
      const [least] = inside.toSorted((one, other) => sizeOf(one) - sizeOf(other));
      choose(marks.indexOf(least));
    },
    /** By keys: arrow keys go on from there. */
    start() {
      choose(0);
      button.focus();
    },
  };
}

/** @param {Mark} one @param {Mark} other */
const isAt = (one, other) => one.mark === other.mark && one.box.x === other.box.x && one.box.y === other.box.y;

/** @param {Point} point @param {Mark['box']} box */
const isIn = ({ x, y }, box) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
