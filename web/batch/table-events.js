import { deviceStorage } from '../shared/storage/local.js';
import { storeEdit } from './stored-notes.js';
import { saveText, selectBeside, selectedColumn, selectNextLook, sortBy, withoutRow } from './rows/state.js';

/**
 * @import { Place, State } from './rows/state.js'
 * @import { Then } from './cell-editor.js'
 * @typedef {(state: State) => State} Step
 */

/** @type {Record<Then, Step>} */
const AFTER = {
  next: selectNextLook,
  right: (state) => selectBeside(state, 1),
  left: (state) => selectBeside(state, -1),
  stay: (state) => state,
};

/**
 * What a person does in the table, as changes of the batch.
 *
 * @param {{
 *   get: () => State,
 *   change: (step: Step) => void,
 *   changeAndFocus: (step: Step) => void,
 *   edit: (place: Place, typed: string | null) => void,
 *   focusSelected: () => void,
 * }} view changeAndFocus: after it the selected cell has the focus
 */
export function createTableEvents({ get, change, changeAndFocus, edit, focusSelected }) {
  return {
    /** @param {Place} place */
    onSelect: (place) => changeAndFocus((state) => ({ ...state, selected: place, editing: null })),
    onEdit: edit,
    /** @param {string} text */
    onType(text) {
      const state = get();
      if (state.selected) storeEdit(deviceStorage, { id: state.selected.id, column: selectedColumn(state), text });
    },
    /** @param {string} text @param {Then} then */
    onSave(text, then) {
      // A person who went elsewhere is not called back.
      if (then === 'stay') change((state) => saveText(state, text));
      else changeAndFocus((state) => AFTER[then](saveText(state, text)));
      storeEdit(deviceStorage, null);
    },
    /** @param {boolean} isLeft */
    onCancel(isLeft) {
      storeEdit(deviceStorage, null);
      if (isLeft) change((state) => ({ ...state, editing: null }));
      else changeAndFocus((state) => ({ ...state, editing: null }));
    },
    /** @param {string} id */
    onRemove(id) {
      change((state) => withoutRow({ ...state, selected: { id, column: state.columns.length + 4 } }, id));
      focusSelected();
    },
    /** @param {import('./rows/arrange.js').Order} order */
    onSort: (order) => change((state) => sortBy(state, order)),
  };
}
