import './parts.css';
import { text } from '../../texts/texts.js';
import { build, buildButton, setText } from '../dom/elements.js';

/** A 7 as a hand may write it, in sides of the pad. */
const EXAMPLE = [
  [
    [0.32, 0.24],
    [0.5, 0.25],
    [0.69, 0.23],
    [0.6, 0.39],
    [0.51, 0.57],
    [0.45, 0.79],
  ].map(([x, y]) => ({ x, y })),
];

/**
 * What a panel says while there is no digit to tell of, with a button that writes one.
 *
 * @param {string} section of the texts: why this panel, or writing
 * @param {(ink: import('../strokes.js').Ink) => void} openInk
 */
export function createEmpty(section, openInk) {
  const words = build('p', {});
  const example = buildButton(text('why.empty.example'), () => openInk(EXAMPLE), { className: 'panel-button' });
  return {
    element: build('div', { className: 'panel-empty' }, words, example),
    /** @param {import('./snapshot.js').Snapshot} snapshot */
    render(snapshot) {
      const reason = reasonOf(snapshot);
      setText(words, text(reason === 'ink' ? `${section}.empty` : `why.empty.${reason}`));
      example.hidden = reason !== 'ink';
    },
  };
}

/** @param {import('./snapshot.js').Snapshot} snapshot */
function reasonOf({ reading, ink, picture }) {
  if (!reading && (picture || ink?.length)) return 'reading';
  return picture ? 'picture' : 'ink';
}
