import { noteBatch } from '../batch/kept-batch.js';
import { keepEdit, keptEdit, withEdit } from '../batch/kept-edit.js';
import { openKeyValue } from '../batch/key-value.js';
import { Session } from '../batch/session.js';
import {
  agree,
  saveText,
  selectBeside,
  selectedColumn,
  selectNextLook,
  sortBy,
  takeBack,
  withArrangement,
  withoutRow,
} from '../batch/state.js';
import { Store } from '../batch/store.js';
import { told } from '../form/reason.js';
import { exportBatch } from './batch-export.js';
import { createBatchPictures } from './batch-pictures.js';
import { createBatchPage } from './batch-page.js';
import { OPEN_ELSEWHERE, unkeptWords } from './batch-unkept.js';
import { claim } from './claim.js';
import { pictureSize } from './picture-size.js';
import './batch.css';
import './batch-table.css';
import './batch-viewer.css';

/**
 * @import { Place, State } from '../batch/state.js'
 * @import { Form } from '../form/form.js'
 * @import { OpenOptions, Picture, Read } from '../pictures.js'
 * @import { BatchEvents } from './batch-page.js'
 * @typedef {{
 *   read: Read,
 *   openPicture: (file: File, options: OpenOptions) => void,
 *   openForm: (sample: Blob | null, form: Form | null) => void,
 *   tell: (problem: unknown) => void,
 *   onClear: () => void,
 *   unsureBelow: () => number,
 * }} BatchOptions openPicture shows one picture by itself; openForm lets a form be drawn; unsureBelow is the confidence
 *   under which a reading is only a guess
 */

const storage = () => window.localStorage;

/**
 * Many pictures as a table, which outlives a reload.
 *
 * @param {HTMLElement} root an empty element
 * @param {BatchOptions} options
 */
export function createBatchView(root, options) {
  const view = new BatchView(root, options);
  return {
    /** @param {ReadonlyArray<File>} files */
    add: (files) => view.session.add(files),
    show: () => view.show(),
    hide: () => view.hide(),
    /** @param {Form | null} form what has not been read with it yet is read again */
    setForm: (form) => view.session.setForm(form),
    /** @type {(before: Picture, after: Picture) => Promise<void>} what was said in a row's opened picture */
    takeFromPicture: (before, after) => view.pictures.take(before, after),
  };
}

class BatchView {
  #root;
  #options;
  #store;
  #page;
  #frame = 0;
  #isShown = false;
  #isKept = true;
  /** @type {import('../batch/kept-batch.js').Kept | null | undefined} */
  #noted;

  /** @param {HTMLElement} root @param {BatchOptions} options */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    // Two tabs that keep the same batch would overwrite each other's work.
    const allowed = claim('inkdigit-batch').then((isOurs) => {
      if (!isOurs) throw OPEN_ELSEWHERE;
    });
    const [rows, pictures] = ['rows', 'pictures'].map((name) => openKeyValue(`inkdigit-batch-${name}`, allowed));
    this.#store = new Store({ rows, pictures }, (error) => this.#tellUnkept(error));
    this.session = new Session({
      store: this.#store,
      read: options.read,
      sizeOf: pictureSize,
      unsureBelow: options.unsureBelow,
      isInUse: () => this.#page.isInUse,
      onChange: () => (this.#frame ||= requestAnimationFrame(() => this.#render())),
    });
    const events = { ...this.#tableEvents(), ...this.#otherEvents() };
    this.#page = createBatchPage(root, (id) => this.#store.picture(id), events);
    root.addEventListener('keydown', (event) => this.#onKey(event));
    this.pictures = createBatchPictures(this.session, this.#store, options);
    void this.session.loaded.then(() => this.#takeUpEdit());
  }

  show() {
    this.#root.hidden = false;
    this.#isShown = true;
    this.session.goOn();
    this.#render();
    this.#page.focus(this.session.state.selected);
  }

  hide() {
    // What is being typed is saved, also where Back leads away from it.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && this.#root.contains(activeElement)) activeElement.blur();
    this.#root.hidden = true;
    this.#isShown = false;
    this.session.rest();
    this.#render();
  }

  #render() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { state } = this.session;
    const noted = state.batch.rows.length === 0 ? null : this.#isShown ? 'shown' : 'hidden';
    if (this.session.isLoaded && this.#isKept && noted !== this.#noted) {
      this.#noted = noted;
      noteBatch(storage, noted);
    }
    this.#page.render(state, this.#isShown);
  }

  /** @param {(state: State) => State} step */
  #change(step) {
    this.session.change(step(this.session.state));
  }

  /** @param {(state: State) => State} step after which the selected cell has the focus */
  #changeAndFocus(step) {
    this.#change(step);
    this.#render();
    if (this.session.state.selected) this.#page.focus(this.session.state.selected);
  }

  #takeUpEdit() {
    const edit = keptEdit(storage);
    // That of another tab's batch stays for that one.
    if (!edit || !this.session.state.batch.rows.some(({ id }) => id === edit.id)) return;
    this.#change((state) => withEdit(state, edit));
    keepEdit(storage, null);
  }

  /** @param {Place} selected @param {string | null} typed */
  #edit(selected, typed) {
    this.#change((state) => ({ ...state, selected, editing: { typed } }));
    // At once, so that the next key is typed into it.
    this.#render();
  }

  #tableEvents() {
    /** @type {Record<import('./batch-editor.js').Then, (state: State) => State>} */
    const after = {
      next: selectNextLook,
      right: (state) => selectBeside(state, 1),
      left: (state) => selectBeside(state, -1),
      stay: (state) => state,
    };
    return /** @satisfies {Partial<BatchEvents>} */ ({
      onSelect: (/** @type {Place} */ place) =>
        this.#changeAndFocus((state) => ({ ...state, selected: place, editing: null })),
      onEdit: (/** @type {Place} */ place, /** @type {string | null} */ typed) => this.#edit(place, typed),
      onType: (/** @type {string} */ text) => {
        const { state } = this.session;
        if (state.selected) keepEdit(storage, { id: state.selected.id, column: selectedColumn(state), text });
      },
      onSave: (/** @type {string} */ text, /** @type {keyof typeof after} */ then) => {
        // A person who went elsewhere is not called back.
        if (then === 'stay') this.#change((state) => saveText(state, text));
        else this.#changeAndFocus((state) => after[then](saveText(state, text)));
        keepEdit(storage, null);
      },
      onCancel: (/** @type {boolean} */ isLeft) => {
        keepEdit(storage, null);
        if (isLeft) this.#change((state) => ({ ...state, editing: null }));
        else this.#changeAndFocus((state) => ({ ...state, editing: null }));
      },
      onRemove: (/** @type {string} */ id) => {
        this.#change((state) => withoutRow({ ...state, selected: { id, column: state.columns.length + 4 } }, id));
        this.#render();
        this.#page.focus(this.session.state.selected);
      },
      onSort: (/** @type {import('../batch/arrange.js').Order} */ order) =>
        this.#change((state) => sortBy(state, order)),
    });
  }

  #otherEvents() {
    return /** @satisfies {Partial<BatchEvents>} */ ({
      onPause: () => this.#change((state) => ({ ...state, isPaused: true })),
      onResume: () => this.#change((state) => ({ ...state, isPaused: false })),
      onRetry: () => this.session.retryFailed(),
      onArrange: (/** @type {Partial<import('../batch/arrange.js').Arrangement>} */ changed) =>
        this.#change((state) => withArrangement(state, changed)),
      onNextLook: () => this.#changeAndFocus(selectNextLook),
      onUndo: () => this.#changeAndFocus(takeBack),
      onExport: (/** @type {'csv' | 'json' | 'copy'} */ kind) => this.#export(kind),
      onForm: () => this.#try(() => this.pictures.openForm()),
      onNoForm: () => this.session.setForm(null),
      onClear: () => {
        this.session.clear();
        this.#options.onClear();
        this.#page.focus(null);
      },
      onCorrect: () => {
        const { state } = this.session;
        if (state.selected) this.#edit({ id: state.selected.id, column: selectedColumn(state) + 1 }, null);
      },
      onAgree: () => this.#changeAndFocus((state) => selectNextLook(agree(state))),
      onOpen: () => this.#try(() => this.pictures.open()),
    });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    // The page's own shortcuts (Delete clears the pad) are not for someone who types.
    if (isField && event.key !== 'Escape') event.stopPropagation();
    if (isField || event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    this.#changeAndFocus(takeBack);
  }

  /** @param {'csv' | 'json' | 'copy'} kind */
  async #export(kind) {
    await this.#try(async () => this.#page.note(await exportBatch(kind, this.session.state)));
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    await work().catch((error) => this.#options.tell(told(error)));
  }

  /** @param {unknown} error */
  #tellUnkept(error) {
    console.warn('The batch cannot be kept:', error);
    this.#isKept = false;
    this.#page.note(unkeptWords(error));
  }
}
