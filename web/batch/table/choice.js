import { text } from '../../texts/texts.js';
import { build, buildButton, setText } from '../../shared/dom/elements.js';

/**
 * @typedef {{ rows: ReadonlyArray<{ id: string }>, chosen: ReadonlySet<string> }} Choosable
 * @typedef {(ids: ReadonlyArray<string>, isChosen: boolean) => void} OnChoose
 * @typedef {Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>} Modifiers
 */

/**
 * Chooses rows as lists of files are: one by one with Ctrl, up to one with Shift.
 *
 * @param {OnChoose} onChoose
 */
export function createChooser(onChoose) {
  /** The row from which Shift reaches. */
  let anchor = '';

  /** @param {string} id @param {Choosable} shown */
  function toggle(id, { chosen }) {
    anchor = id;
    onChoose([id], !chosen.has(id));
  }

  /** @param {string} id @param {Choosable} shown */
  function reach(id, { rows }) {
    const at = rows.findIndex((row) => row.id === id);
    const from = rows.findIndex((row) => row.id === anchor);
    const [first, last] = from < 0 ? [at, at] : [Math.min(at, from), Math.max(at, from)];
    onChoose(
      rows.slice(first, last + 1).map((row) => row.id),
      true,
    );
  }

  /** @param {string} id @param {Choosable} shown @param {number} by @returns {string} of the row that is so many below */
  function reachOn(id, shown, by) {
    const at = shown.rows.findIndex((row) => row.id === id) + by;
    const next = shown.rows[Math.min(Math.max(at, 0), shown.rows.length - 1)].id;
    if (!shown.chosen.has(id)) anchor = id;
    reach(next, shown);
    return next;
  }

  return {
    toggle,
    /**
     * @param {{ element: HTMLElement, placeOf: (target: EventTarget | null) => { id: string } | null }} body
     * @param {() => Choosable | null} shown
     */
    listen({ element, placeOf }, shown) {
      const rowOf = (/** @type {Event} */ { target }) => placeOf(target)?.id ?? null;
      element.addEventListener('mousedown', (event) => {
        // It takes no focus, and marks no text.
        if (isChoosing(event)) event.preventDefault();
      });
      element.addEventListener('focusin', (event) => (anchor = rowOf(event) ?? anchor));
      element.addEventListener('click', (event) => {
        const [id, rows] = [rowOf(event), shown()];
        if (!isChoosing(event) || isControl(event.target) || id === null || !rows) return;
        event.stopImmediatePropagation();
        if (event.shiftKey) reach(id, rows);
        else toggle(id, rows);
      });
    },
    /**
     * @param {KeyboardEvent} event
     * @param {string} id of the row in hand
     * @param {Choosable} shown
     * @returns {string | null} of the row in hand after it; null where the key chooses nothing
     */
    onKey(event, id, shown) {
      if (event.altKey || isControl(event.target)) return null;
      const { rows, chosen } = shown;
      const key = `${isWithControl(event) ? 'Control+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
      if (key === 'Shift+ArrowDown') return reachOn(id, shown, 1);
      if (key === 'Shift+ArrowUp') return reachOn(id, shown, -1);
      if (key === ' ') toggle(id, shown);
      else if (key === 'Control+a') onChoose(ids(rows), true);
      else if (key === 'Escape' && chosen.size > 0) {
        event.stopPropagation();
        onChoose([...chosen], false);
      } else return null;
      return id;
    },
  };
}

/** @param {EventTarget | null} target @returns {boolean} whether presses and keys have a meaning of its own */
function isControl(target) {
  return target instanceof Element && target.closest('button, label, textarea') !== null;
}

/** @param {Modifiers} event @returns {boolean} whether a press chooses, rather than selects */
const isChoosing = (event) => event.shiftKey || isWithControl(event);

/** @param {Modifiers} event */
const isWithControl = ({ ctrlKey, metaKey }) => ctrlKey || metaKey;

/** @param {ReadonlyArray<{ id: string }>} rows */
const ids = (rows) => rows.map(({ id }) => id);

/**
 * What can be done with the rows that a person has chosen; there only as long as there are any.
 *
 * @param {{ onChooseAll: (isChosen: boolean) => void, onRemoveChosen: () => void, onReadChosen: () => void }} events
 */
export function createChoiceBar({ onChooseAll, onRemoveChosen, onReadChosen }) {
  const words = build('p', { className: 'batch-chosen-words', role: 'status' });
  const remove = buildButton(text('batch.head.remove'), onRemoveChosen);
  const again = buildButton(text('batch.chosen.again'), onReadChosen);
  const root = build(
    'div',
    { className: 'batch-chosen', role: 'group', ariaLabel: text('batch.chosen.rows'), hidden: true },
    words,
    remove,
    again,
    buildButton(text('batch.chosen.all'), () => onChooseAll(true)),
    buildButton(text('batch.chosen.none'), () => onChooseAll(false)),
  );
  return {
    element: root,
    /** @param {{ chosen: number, isParts: boolean }} view isParts: lines and numbers are not removed, or read, several at once */
    render({ chosen, isParts }) {
      root.hidden = chosen === 0;
      remove.hidden = again.hidden = isParts;
      setText(words, chosen === 0 ? '' : text('batch.chosen', { count: chosen }));
    },
  };
}
