import { deviceStorage } from '../shared/storage/local.js';
import {
  agree,
  saveText,
  selectedColumn,
  sortBy,
  takeBack,
  withArrangement,
  withBatch,
  withoutRows,
  withRowsBy,
} from './rows/state.js';
import { readAgain } from './rows/read-again.js';
import { choose, chosenRows, selectBeside, selectNextNeedingLook } from './rows/selection.js';
import { storeEdit } from './stored-notes.js';

/**
 * @import { Reason } from '../texts/problems.js'
 * @import { AfterSave } from './table/cell-editor.js'
 * @import { Arrangement, Order } from './rows/sort-and-filter.js'
 * @import { Place, State } from './rows/state.js'
 * @import { Session } from './session.js'
 * @typedef {(state: State) => State} Step
 * @typedef {{
 *   session: Session,
 *   openPicture: () => Promise<void>,
 *   openForm: () => Promise<void>,
 *   check: () => Promise<void>,
 *   typeAgain: () => Promise<void>,
 *   print: () => Promise<void>,
 *   change: (step: Step) => void,
 *   changeAndFocus: (step: Step) => void,
 *   edit: (place: Place, typed: string | null) => void,
 *   focusSelected: () => void,
 *   attempt: (work: () => Promise<void>) => Promise<void>,
 *   note: (note: Reason) => void,
 *   onClear: () => void,
 * }} Acting changeAndFocus: after it the selected cell has the focus; attempt tells what goes wrong; note tells what was
 *   done
 */

/** @type {Record<AfterSave, Step>} */
const AFTER = {
  next: selectNextNeedingLook,
  right: (state) => selectBeside(state, 1),
  left: (state) => selectBeside(state, -1),
  stay: (state) => state,
};

/**
 * The actions of a person, as changes of the batch.
 *
 * @param {Acting} acting
 */
export const createActions = (acting) => ({
  ...tableActions(acting),
  ...toolActions(acting),
  ...choiceActions(acting),
  ...viewerActions(acting),
});

/** @param {Acting} acting */
function tableActions({ session, change, changeAndFocus, edit, focusSelected }) {
  return {
    /** @param {Place} place */
    onSelect: (place) => changeAndFocus((state) => ({ ...state, selected: place, editing: null })),
    onEdit: edit,
    /** @param {string} text */
    onType(text) {
      const { state } = session;
      if (state.selected) storeEdit(deviceStorage, { id: state.selected.id, column: selectedColumn(state), text });
    },
    /** @param {string} text @param {AfterSave} then */
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
      change((state) => withoutRows({ ...state, selected: { id, column: state.columns.length + 4 } }, [id]));
      focusSelected();
    },
    /** @param {Order} order @param {number} [column] */
    onSort: (order, column) => change((state) => sortBy(state, order, column)),
  };
}

/** @param {Acting} acting */
function toolActions({
  session,
  openForm,
  check,
  typeAgain,
  print,
  change,
  changeAndFocus,
  focusSelected,
  attempt,
  note,
  onClear,
}) {
  return {
    onPause: () => change((state) => ({ ...state, isPaused: true })),
    onResume: () => change((state) => ({ ...state, isPaused: false })),
    onRetry: () => session.retryFailed(),
    /** @param {Partial<Arrangement>} changed */
    onArrange: (changed) => change((state) => withArrangement(state, changed)),
    onNextLook: () => changeAndFocus(selectNextNeedingLook),
    onCheck: () => void attempt(check),
    onTypeAgain: () => void attempt(typeAgain),
    onUndo: () => changeAndFocus(takeBack),
    /** @param {import('./rows/parts.js').By} by */
    onRowsBy: (by) => change((state) => withRowsBy(state, by)),
    /** @param {import('./out/export.js').Kind} kind */
    onExport: (kind) =>
      void attempt(async () => {
        const { exportBatch } = await import('./out/export.js');
        note(await exportBatch(kind, session.state));
      }),
    onPrint: () => void attempt(print),
    onForm: () => void attempt(openForm),
    onNoForm: () => void session.setForm(null),
    onClear() {
      session.clear();
      onClear();
      focusSelected();
    },
  };
}

/** @param {Acting} acting */
function choiceActions({ session, change, focusSelected }) {
  const ids = (/** @type {State} */ state) => chosenRows(state).map(({ id }) => id);
  return {
    /** @param {ReadonlyArray<string>} chosen @param {boolean} isChosen */
    onChoose: (chosen, isChosen) => change((state) => choose(state, chosen, isChosen)),
    /** @param {boolean} isChosen */
    onChooseAll(isChosen) {
      change((state) => choose(state, state.shown, isChosen));
      if (!isChosen) focusSelected();
    },
    onRemoveChosen() {
      change((state) => withoutRows(state, ids(state)));
      focusSelected();
    },
    onReadChosen: () =>
      change((state) => withBatch(state, readAgain(session.state.batch, ids(state)), { isHeld: true })),
  };
}

/** @param {Acting} acting */
function viewerActions({ session, openPicture, changeAndFocus, edit, attempt }) {
  return {
    onCorrect() {
      const { state } = session;
      if (state.selected) edit({ id: state.selected.id, column: selectedColumn(state) + 1 }, null);
    },
    onAgree: () => changeAndFocus((state) => selectNextNeedingLook(agree(state))),
    onOpen: () => void attempt(openPicture),
  };
}
