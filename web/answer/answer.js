import { lazy } from '../shared/lazy.js';
import { memo } from '../shared/memo.js';
import { describePart } from './describe-marks.js';
import { findElement, setEmphasized, setText } from '../shared/dom/elements.js';
import { currentLanguage, text as textOf } from '../texts/texts.js';

/**
 * @import { Part, Pick, Shown, ShownNumber } from '../shared/reading/shown-reading.js'
 * @import { Answer } from './describe-answer.js'
 */

/** In the reader's own font sizes: figures that are smaller are not light any more. */
const SMALL = 2;

/** Milliseconds that the button says what it has done. */
const COPIED = 2000;

/**
 * The answer in large type, each digit of it a button, and in words.
 * @param {HTMLElement} root
 * @param {{ onPick: (pick: Pick) => void, onGone: () => void, onProblem: (problem: unknown) => void }} events onGone: with
 *   the last digit the focus went, too
 */
export function createAnswer(root, { onPick, onGone, onProblem }) {
  const text = findElement(root, '#answer', HTMLElement);
  const words = findElement(root, '.answer-words', HTMLElement);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let layout = '';
  /** @type {ReturnType<typeof import('./tables.js').createTables> | undefined} */
  let tables;
  const loadTables = lazy(async () => {
    const { createTables } = await import('./tables.js');
    tables = createTables(root, groupsOf);
  });
  /** @type {[shown: Shown | null, selected: Part | null, unsureBelow: number]} */
  let asked = [null, null, 0];

  const renderText = memo(
    (/** @type {typeof tables} */ _, /** @type {typeof asked} */ ...[shown, selected, unsureBelow]) => {
      if (shown?.tables?.length && !tables) loadTables().then(() => renderText(tables, ...asked), onProblem);
      const { outside, grids } = (shown && tables?.split(shown)) ?? { outside: shown?.numbers ?? [], grids: [] };
      const lines = linesOf(outside);
      const cells = grids.flat(2);
      // Made anew only where the answer has another length, so that the focus stays on its digit.
      const lengths = lines.map((line) => line.map(({ parts }) => parts.length));
      const wanted = JSON.stringify([lengths, tables?.layoutOf(grids)]);
      if (wanted !== layout) {
        const focused = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        build(text, lines);
        tables?.build(grids);
        buttons = [...root.querySelectorAll('button')].filter(({ className }) => className === 'answer-part');
        layout = wanted;
        fit(root, lines);
        if (focused >= 0 && buttons.length === 0) onGone();
        else if (focused >= 0) buttons[Math.min(focused, buttons.length - 1)].focus();
      }
      const numbers = [...lines.flat(), ...cells.flatMap((cell) => cell.numbers)];
      const picks = numbers.flatMap((number) => number.parts.map((part) => ({ part, number })));
      picks.forEach((pick, place) => {
        const isSelected = picks.length > 1 && pick.part === selected;
        renderPart(buttons[place], pick.part, { unsureBelow, isSelected });
        if (isSelected) tables?.reveal(buttons[place]);
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
      asked = [hasText || answer.kind === 'deleted' ? shown : null, selected, unsureBelow];
      renderText(tables, ...asked);
      setEmphasized(words, answer.words);
    },
    /** @param {string} plain the answer as text @returns {string} the same for the clipboard, its tables as such */
    toCopy: (plain) => (asked[0] && tables?.textOf(asked[0])) ?? plain,
  };
}

/** @param {ReadonlyArray<ShownNumber>} all @returns {ShownNumber[][]} the numbers of each line */
function linesOf(all) {
  const numbers = all.filter(({ parts }) => parts.length > 0);
  const lines = [...new Set(numbers.map(({ line }) => line))];
  return lines.map((line) => numbers.filter((number) => number.line === line));
}

/**
 * @param {HTMLElement} text
 * @param {ShownNumber[][]} lines
 */
function build(text, lines) {
  const rows = lines.map((numbers) => {
    const row = document.createElement('span');
    row.className = 'answer-line';
    row.append(...groupsOf(numbers));
    return row;
  });
  text.replaceChildren(...rows.flatMap((row, place) => (place > 0 ? ['\n', row] : [row])));
}

/** @param {ReadonlyArray<ShownNumber>} numbers @returns {(Node | string)[]} a button for each of their parts */
function groupsOf(numbers) {
  return numbers.flatMap(({ parts }, place) => {
    const group = document.createElement('span');
    group.className = 'answer-number';
    group.append(
      ...parts.map(() => Object.assign(document.createElement('button'), { type: 'button', className: 'answer-part' })),
    );
    // The spaces and line breaks are for those who select and copy the answer themselves.
    return place > 0 ? [' ', group] : [group];
  });
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
  const large = findElement(root, '.answer-large', HTMLElement);
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
  // A digit that was deleted stays in sight, struck out, but is no part of the text.
  button.dataset.deleted = part.text === '' ? part.read : '';
  button.ariaLabel = label;
  button.toggleAttribute('data-selected', isSelected);
}

/**
 * The buttons of what can be done with the answer; one that can do nothing now stays in its place.
 * @param {HTMLElement} root
 * @param {{ onCopy: () => void, onSpeak: () => void }} events
 */
export function createActions(root, { onCopy, onSpeak }) {
  const buttons = {
    why: findElement(root, '[data-panel="why"]', HTMLButtonElement),
    writing: findElement(root, '[data-panel="writing"]', HTMLButtonElement),
    speak: findElement(root, '[data-action="speak"]', HTMLButtonElement),
    copy: findElement(root, '[data-action="copy"]', HTMLButtonElement),
  };
  const [copyName, speakName] = [buttons.copy, buttons.speak].map((button) =>
    findElement(button, '.name', HTMLElement),
  );
  const isPossible = (/** @type {HTMLElement} */ button) => button.ariaDisabled !== 'true';
  buttons.copy.addEventListener('click', () => isPossible(buttons.copy) && onCopy());
  // Also where it cannot: it then says that there is no voice.
  buttons.speak.addEventListener('click', onSpeak);
  return {
    /** @param {Record<string, boolean>} possible by action @param {{ canSpeak: boolean, isSpeaking: boolean }} speech */
    render(possible, { canSpeak, isSpeaking }) {
      for (const [action, button] of Object.entries(buttons)) button.ariaDisabled = String(!possible[action]);
      buttons.speak.hidden = !canSpeak;
      setText(speakName, textOf(isSpeaking ? 'page.stop' : 'page.speak'));
    },
    showCopied() {
      setText(copyName, textOf('page.copied'));
      setTimeout(() => setText(copyName, textOf('page.copy')), COPIED);
    },
  };
}
