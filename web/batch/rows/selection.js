import { nextNeedingLook } from './needs-look.js';
import { hasCorrections, selectedColumn, shownRows } from './state.js';

/** @import { State } from './state.js' */

/** @param {State} state @returns {State} the same where no other cell in sight needs a look */
export function selectNextNeedingLook(state) {
  const from = state.selected && { id: state.selected.id, column: selectedColumn(state) };
  const next = nextNeedingLook(shownRows(state), from, state.rules);
  return next ? { ...state, selected: { id: next.id, column: next.column + 1 }, editing: null } : state;
}

/** @param {Pick<State, 'columns'>} state @returns {number} the last place of a row, where it is removed */
const lastColumn = ({ columns }) => columns.length + 4;

/**
 * @param {State} state
 * @param {number} by how many cells to the right
 * @returns {State} with the cell there selected, in the same row
 */
export function selectBeside(state, by) {
  if (!state.selected) return state;
  const { columns, selected } = state;
  const next = selected.column + by;
  const shown = next === columns.length + 2 && !hasCorrections(state) ? next + by : next;
  return { ...state, selected: { ...selected, column: Math.min(Math.max(shown, 0), lastColumn(state)) } };
}

/** @param {State} state @returns {import('./rows.js').Row[]} those in sight that a person has chosen */
export function chosenRows(state) {
  return state.chosen.size === 0 ? [] : shownRows(state).filter(({ id }) => state.chosen.has(id));
}

/**
 * @param {State} state
 * @param {ReadonlyArray<string>} ids
 * @param {boolean} isChosen
 * @returns {State}
 */
export function choose(state, ids, isChosen) {
  const others = [...state.chosen].filter((id) => !ids.includes(id));
  return { ...state, chosen: new Set(isChosen ? [...others, ...ids] : others) };
}
