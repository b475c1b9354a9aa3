import { memo } from '../shared/memo.js';
import { currentLanguage } from '../texts/texts.js';
import { describePart } from './describe-part.js';
import { findElement as find, setEmphasized, setText } from '../shared/dom/elements.js';

/**
 * @import { Part, Pick, Shown, ShownNumber } from '../shared/reading/shown-reading.js'
 * @import { Answer } from './describe-answer.js'
 */

/** In the reader's own font sizes: figures that are smaller are not light any more. */
const SMALL = 2;

/**
 * The answer in large type, each digit of it a button, and in words.
 * @param {HTMLElement} root
 * @param {{ onPick: (pick: Pick) => void, onGone: () => void }} events onGone: with the last digit the
 *   focus went, too
 */
export function createAnswer(root, { onPick, onGone }) {
  const text = find(root, '#answer', HTMLElement);
  const words = find(root, '.answer-words', HTMLElement);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let layout = '';

  const renderText = memo(
    (/** @type {Shown | null} */ shown, /** @type {Part | null} */ selected, /** @type {number} */ unsureBelow) => {
      const lines = linesOf(shown);
      // Made anew only where the answer has another length, so that the focus stays on its digit.
      const wanted = lines.map((line) => line.map(({ parts }) => parts.length).join(' ')).join('\n');
      const isNew = wanted !== layout;
      if (isNew) {
        const focused = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        buttons = build(text, lines);
        layout = wanted;
        if (focused >= 0 && buttons.length === 0) onGone();
        else if (focused >= 0) buttons[Math.min(focused, buttons.length - 1)].focus();
      }
      if (isNew) fit(root, lines);
      const picks = lines.flat().flatMap((number) => number.parts.map((part) => ({ part, number })));
      picks.forEach((pick, place) => {
        const isSelected = picks.length > 1 && pick.part === selected;
        renderPart(buttons[place], pick.part, { unsureBelow, isSelected });
        buttons[place].onclick = () => onPick(pick);
        buttons[place].onkeydown = (event) => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return;
          // Here it means this digit, and not all of the pad.
          event.preventDefault();
          onPick(pick);
        };
      });
    },
    currentLanguage,
  );

  return {
    /** @param {Answer} answer @param {{ shown: Shown | null, selected: Part | null, unsureBelow: number }} of */
    render(answer, { shown, selected, unsureBelow }) {
      const hasText = answer.text !== '';
      root.dataset.kind = answer.kind;
      renderText(hasText || answer.kind === 'deleted' ? shown : null, selected, unsureBelow);
      setEmphasized(words, answer.words);
    },
  };
}

/** @param {Shown | null} shown @returns {ShownNumber[][]} the numbers of each line */
function linesOf(shown) {
  const numbers = (shown?.numbers ?? []).filter(({ parts }) => parts.length > 0);
  const lines = [...new Set(numbers.map(({ line }) => line))];
  return lines.map((line) => numbers.filter((number) => number.line === line));
}

/**
 * @param {HTMLElement} text
 * @param {ShownNumber[][]} lines
 */
function build(text, lines) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  const rows = lines.map((numbers) => {
    const row = document.createElement('span');
    row.className = 'answer-line';
    numbers.forEach(({ parts }, place) => {
      const group = document.createElement('span');
      group.className = 'answer-number';
      group.append(...parts.map(() => document.createElement('button')));
      buttons.push(...group.querySelectorAll('button'));
      // The spaces and line breaks are for those who select and copy the answer themselves.
      row.append(...(place > 0 ? [' ', group] : [group]));
    });
    return row;
  });
  for (const button of buttons) Object.assign(button, { type: 'button', className: 'answer-part' });
  text.replaceChildren(...rows.flatMap((row, place) => (place > 0 ? ['\n', row] : [row])));
  return buttons;
}

/**
 * Tells the style how much has to fit.
 * @param {HTMLElement} root
 * @param {ShownNumber[][]} lines
 */
function fit(root, lines) {
  const lengths = lines.map((line) => line.reduce((sum, { parts }) => sum + parts.length + 1, -1));
  root.style.setProperty('--signs', String(Math.max(1, ...lengths)));
  root.style.setProperty('--lines', String(Math.max(1, lines.length)));
  const large = find(root, '.answer-large', HTMLElement);
  const sizeOf = (/** @type {Element} */ element) => parseFloat(getComputedStyle(element).fontSize);
  large.toggleAttribute('data-small', sizeOf(large) < SMALL * sizeOf(document.documentElement));
}

/**
 * @param {HTMLButtonElement} button
 * @param {Part} part
 * @param {{ unsureBelow: number, isSelected: boolean }} how
 */
function renderPart(button, part, { unsureBelow, isSelected }) {
  const { mark, label } = describePart(part, unsureBelow);
  setText(button, part.text);
  button.dataset.mark = mark;
  // What was deleted stays in sight, struck out, but is no part of the text.
  button.dataset.deleted = part.text === '' ? part.read : '';
  button.ariaLabel = label;
  button.toggleAttribute('data-selected', isSelected);
}
