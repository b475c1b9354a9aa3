import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { build, buildButton } from '../shared/dom/elements.js';
import { buildIcon, drawPaths } from '../shared/dom/svg.js';
import { text } from '../texts/texts.js';

/**
 * The digits of a hand, each with its ink, the newest first.
 *
 * @typedef {import('./kept-hands.js').KeptExample & { digit: string, day: string }} Example
 */

/** So many are rendered at once. */
const PAGE = 60;

/** Of an image, in pixels. */
const SIDE = 28;

/** @param {(example: Example) => void} onRemove */
export function createExamples(onRemove) {
  const empty = build('p', { className: 'hand-note', textContent: text('hands.empty') });
  const list = build('ul', { className: 'hand-examples', role: 'list' });
  const more = buildButton(text('hands.more'), () => {
    most += PAGE;
    render(shown);
  });
  let most = PAGE;
  /** @type {ReadonlyArray<Example>} the newest first */
  let shown = [];

  /** @param {ReadonlyArray<Example>} newest */
  function render(newest) {
    shown = newest;
    list.replaceChildren(...newest.slice(0, most).map((each) => exampleElement(each, onRemove)));
    empty.hidden = newest.length > 0;
    more.hidden = newest.length <= most;
  }

  return {
    element: build('div', { className: 'hand hand-kept' }, empty, list, more),
    /** @param {ReadonlyArray<Example>} examples the oldest first */
    render: (examples) => render(examples.toReversed()),
    /** @param {Example} example */
    placeOf: ({ id }) => shown.findIndex((each) => each.id === id),
    /** @param {number} place @returns {boolean} whether there is one to have the focus */
    focusAt(place) {
      const buttons = list.querySelectorAll('button');
      const button = buttons[Math.min(place, buttons.length - 1)];
      button?.focus();
      return button !== undefined;
    },
  };
}

/** @param {Example} example @param {(example: Example) => void} onRemove */
function exampleElement(example, onRemove) {
  const { digit, day } = example;
  const bin = buildButton('', () => onRemove(example), {
    className: 'plain',
    ariaLabel: text('hands.remove', { digit, day }),
  });
  bin.append(buildIcon('#icon-clear'));
  const ink = example.image ? drawPixels(example.image) : drawStrokes(example.strokes);
  return build(
    'li',
    { className: 'hand-example' },
    ink,
    build('b', { textContent: digit }),
    build('span', { textContent: day }),
    bin,
  );
}

/** @param {Example['strokes']} strokes */
function drawStrokes(strokes) {
  const { viewBox, paths } = pathsOfInk(strokes, { isSquare: true });
  return drawPaths(
    viewBox,
    paths.map((d) => ({ d })),
    { className: 'hand-ink' },
  );
}

/** What has more ink than paper. @param {ArrayLike<number>} image 784 */
function drawPixels(image) {
  const dark = Array.from(image, (value, at) => (value > 0.5 ? `M${at % SIDE} ${Math.floor(at / SIDE)}h1v1h-1z` : ''));
  return drawPaths(`0 0 ${SIDE} ${SIDE}`, [{ d: dark.join('') }], { className: 'hand-pixels' });
}
