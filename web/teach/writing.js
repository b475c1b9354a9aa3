import { NOT_A_DIGIT } from '../reader/network/classes.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';
import { memo } from '../shared/memo.js';
import { text } from '../texts/texts.js';
import { askedOf, LABELS } from './session.js';
import { signOf } from './verdict.js';

/**
 * One digit after the other is asked for, and what was written is seen.
 *
 * @import { Ink } from '../shared/strokes.js'
 * @import { CreateSmallPad } from '../pad/small-pad.js'
 * @import { State, Written } from './session.js'
 */

/**
 * @param {CreateSmallPad} createPad
 * @param {{ onAdd: (ink: Ink, label: number) => void, onSkip: (label: number) => void, onRemove: (written: Written) => void }} on
 */
export function createWriting(createPad, { onAdd, onSkip, onRemove }) {
  /** @type {Ink} */
  let ink = [];
  /** @type {number | null} */
  let asked = null;
  const title = build('h3', { className: 'teach-asked', tabIndex: -1 });
  const count = build('p', { className: 'teach-note' });
  const pad = createPad({ name: '', onDrawn: draw });
  const next = buildButton(text('teach.next'), take, { className: 'teach-next' });
  const clear = buildButton(text('teach.clear'), () => show([]));
  const skip = buildButton(text('teach.skip'), () => asked !== null && onSkip(asked));
  const tiles = build('ul', { className: 'teach-tiles', role: 'list' });
  const board = build(
    'div',
    { className: 'teach-board' },
    pad.element,
    build('div', { className: 'teach-buttons' }, next, clear, skip),
  );

  /** @param {Ink} drawn */
  function draw(drawn) {
    ink = drawn;
    for (const button of [next, clear]) button.ariaDisabled = String(ink.length === 0);
  }

  /** @param {Ink} drawn */
  function show(drawn) {
    pad.show(drawn);
    draw(drawn);
  }

  function take() {
    if (asked === null || ink.length === 0) return;
    const written = ink;
    show([]);
    onAdd(written, asked);
  }

  const renderTiles = memo((/** @type {ReadonlyArray<Written>} */ digits) =>
    tiles.replaceChildren(...digits.map((each) => tileOf(each, onRemove)).toReversed()),
  );

  draw([]);
  return {
    element: build('section', { className: 'teach-writing' }, build('div', { role: 'status' }, title, count), board),
    tiles,
    /** @param {State} state */
    render(state) {
      const { digits, learning } = state.people[state.at];
      asked = askedOf(state);
      const isAsked = asked !== null && !learning;
      for (const each of [title, count, board]) each.hidden = !isAsked;
      if (isAsked && asked !== null) {
        const words = text(asked === NOT_A_DIGIT ? 'teach.write.none' : 'teach.write', { digit: signOf(asked) });
        setText(title, words);
        pad.rename(words);
        setText(count, text('teach.count', { place: digits.length + 1, count: state.rounds * LABELS.length }));
      }
      renderTiles(digits);
    },
    focus: () => (title.hidden ? tiles : title).focus(),
  };
}

/** @param {Written} written @param {(written: Written) => void} onRemove */
function tileOf(written, onRemove) {
  const { label, read, strokes } = written;
  const isWrong = read !== null && read !== label;
  const { viewBox, paths } = pathsOfInk(strokes, { isSquare: true, margin: 0.12 });
  const said = { digit: signOf(label), read: signOf(read ?? label) };
  const button = buildButton('', () => onRemove(written), {
    className: isWrong ? 'plain teach-tile teach-misread' : 'plain teach-tile',
    ariaLabel: text(isWrong ? 'teach.tile.wrong' : 'teach.tile', said),
  });
  button.append(
    drawPaths(
      viewBox,
      paths.map((d) => ({ d })),
      { className: 'teach-ink' },
    ),
    build('span', { textContent: isWrong ? `${said.digit} → ${said.read}` : said.digit, dir: 'ltr' }),
  );
  return build('li', {}, button);
}
