import { createActions } from './actions.js';
import { columnsOf } from './rows/columns.js';
import { storeEdit, storedEdit, storeVisibility } from './stored-notes.js';
import { Session } from './session.js';
import { pictureAt, rowAt, takeBack, withEdit } from './rows/state.js';
import { openBatchStore, reasonNotKept } from './store.js';
import { wordsOf } from '../texts/problems.js';
import { leaveField } from '../shared/dom/elements.js';
import { lazy } from '../shared/lazy.js';
import { pictureSize } from '../shared/pictures/decode-picture.js';
import { createShrinker } from '../shared/pictures/shrinker.js';
import { deviceStorage } from '../shared/storage/local.js';
import { onLanguage } from '../texts/texts.js';
import './batch.css';
import './toolbar.css';
import './table/table.css';
import './table/columns.css';
import './table/cards.css';
import './viewer.css';

/**
 * @import { Place, State } from './rows/state.js'
 * @import { Form } from '../shared/forms/form.js'
 * @import { OpenOptions, Picture, Read } from '../picture/pictures.js'
 * @typedef {{
 *   read: Read,
 *   reader: () => Promise<import('../inkdigit.js').Reader>,
 *   openPicture: (file: File, options: OpenOptions) => void,
 *   openForm: (sample: Blob | null, form: Form | null) => void,
 *   tell: (problem: unknown) => void,
 *   onClear: () => void,
 *   unsureBelow: () => number,
 * }} BatchOptions openPicture shows one picture by itself; openForm lets a form be drawn; unsureBelow is the confidence
 *   under which a reading is only a guess
 */

/**
 * Many pictures as a table, which outlives a reload.
 *
 * @param {HTMLElement} root an empty element
 * @param {BatchOptions} options
 */
export async function createBatchView(root, options) {
  const view = new BatchView(root, options, await import('./widgets.js'));
  return {
    /** @param {ReadonlyArray<File>} files */
    add: (files) => view.session.add(files),
    show: () => view.show(),
    hide: () => view.hide(),
    /** @param {Form | null} form what has not been read with it yet is read again */
    setForm: (form) => view.session.setForm(form),
    /** @type {(before: Picture, after: Picture) => Promise<void>} what was corrected in a row's opened picture */
    takeFromPicture: async (before, after) => (await view.opener()).takeOver(before, after),
  };
}

class BatchView {
  #root;
  #options;
  #store;
  #createBatchWidgets;
  #widgets;
  #frame = 0;
  #isShown = false;
  #pictures = { pictureOf: (/** @type {string} */ id) => this.#store.picture(id), shrinker: createShrinker() };
  #isKept = true;
  /** The last words about the whole batch. @type {import('../texts/problems.js').Reason | null} */
  #note = null;
  /** @type {import('./stored-notes.js').Visibility | null | undefined} */
  #storedVisibility;

  /** @param {HTMLElement} root @param {BatchOptions} options @param {typeof import('./widgets.js')} widgets */
  constructor(root, options, { createBatchWidgets }) {
    this.#root = root;
    this.#options = options;
    this.#createBatchWidgets = createBatchWidgets;
    this.#store = openBatchStore((error) => this.#tellNotKept(error));
    this.session = new Session({
      store: this.#store,
      read: options.read,
      reader: options.reader,
      rowReader: () => import('./read-row.js'),
      sizeOf: pictureSize,
      unsureBelow: options.unsureBelow,
      isInUse: () => this.#widgets.isInUse,
      onChange: () => (this.#frame ||= requestAnimationFrame(() => this.#render())),
    });
    this.opener = lazy(async () => {
      const { createPictureOpener } = await import('./opened-picture.js');
      return createPictureOpener(this.session, this.#store, options);
    });
    this.#widgets = this.#createWidgets();
    onLanguage(() => this.#renew());
    root.addEventListener('keydown', (event) => this.#onKey(event));
    void this.session.loaded.then((isDamaged) => {
      if (isDamaged) this.#tellNote({ code: 'batch.unkept.damaged' });
      this.#takeUpEdit();
    });
  }

  show() {
    this.#root.hidden = false;
    this.#isShown = true;
    this.session.goOn();
    this.#render();
    this.#widgets.focus(this.session.state.selected);
  }

  hide() {
    // A correction that is being typed is saved, also where Back leads away from it.
    leaveField(this.#root);
    this.#root.hidden = true;
    this.#isShown = false;
    this.session.rest();
    this.#render();
  }

  #render() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { state } = this.session;
    const visibility = state.batch.rows.length === 0 ? null : this.#isShown ? 'shown' : 'hidden';
    if (this.session.isLoaded && this.#isKept && visibility !== this.#storedVisibility) {
      this.#storedVisibility = visibility;
      storeVisibility(deviceStorage, visibility);
    }
    this.#widgets.render(state, this.#isShown);
  }

  #createWidgets() {
    return this.#createBatchWidgets(this.#root, this.#pictures, this.#createActions(), this.session.first);
  }

  /** Makes all widgets anew, in another language. */
  #renew() {
    const hadFocus = leaveField(this.#root);
    this.#widgets.close();
    this.#widgets = this.#createWidgets();
    this.#change((state) => ({ ...state, columns: columnsOf(state.form) }));
    this.#widgets.note(wordsOf(this.#note));
    this.#render();
    if (hadFocus) this.#widgets.focus(this.session.state.selected);
  }

  /** @param {(state: State) => State} step */
  #change(step) {
    this.session.change(step(this.session.state));
  }

  /** @param {(state: State) => State} step after which the selected cell has the focus */
  #changeAndFocus(step) {
    this.#change(step);
    this.#render();
    if (this.session.state.selected) this.#widgets.focus(this.session.state.selected);
  }

  #takeUpEdit() {
    const edit = storedEdit(deviceStorage);
    // The edit of another tab's batch stays for that one.
    if (!edit || !rowAt(this.session.state, edit.id)) return;
    this.#change((state) => withEdit(state, edit));
    storeEdit(deviceStorage, null);
  }

  async #openForm() {
    const { state } = this.session;
    const row = pictureAt(state) ?? state.batch.rows.find(({ status }) => status === 'read');
    this.#options.openForm(row ? await this.#store.picture(row.id) : null, state.form);
  }

  /** Asks what each cell in sight is that needs a look. */
  async #check() {
    const { checkBatch } = await import('./check.js');
    checkBatch(this.session, this.#table());
  }

  /** Lets a second person type what is written in each field. */
  async #typeAgain() {
    const { typeAgain } = await import('./type-again.js');
    typeAgain(this.session, this.#table());
  }

  /** @returns {import('./check.js').Table} */
  #table() {
    return {
      pictureOf: (id) => this.#widgets.pictureOf(id),
      select: (place) => {
        this.#change((state) => ({ ...state, selected: place, editing: null }));
        this.#render();
      },
      onClose: () => this.#widgets.focus(this.session.state.selected),
    };
  }

  /** @param {Place} selected @param {string | null} typed */
  #edit(selected, typed) {
    this.#change((state) => ({ ...state, selected, editing: { typed } }));
    // The editor opens at once, so that the next key is typed into it.
    this.#render();
  }

  #createActions() {
    return createActions({
      session: this.session,
      openPicture: async () => (await this.opener()).open(),
      openForm: () => this.#openForm(),
      check: () => this.#check(),
      typeAgain: () => this.#typeAgain(),
      print: async () => (await import('./out/print.js')).printBatch(this.session.state, this.#pictures),
      change: (step) => this.#change(step),
      changeAndFocus: (step) => this.#changeAndFocus(step),
      edit: (place, typed) => this.#edit(place, typed),
      focusSelected: () => {
        this.#render();
        this.#widgets.focus(this.session.state.selected);
      },
      attempt: (work) => work().catch(this.#options.tell),
      note: (note) => this.#tellNote(note),
      onClear: this.#options.onClear,
    });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    // The page's own shortcuts (Delete clears the pad) are not for someone who types.
    if (isField && event.key !== 'Escape') event.stopPropagation();
    if (event.key === 'F8') {
      event.preventDefault();
      void this.#check();
    }
    if (isField || event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    if (event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    this.#changeAndFocus(takeBack);
  }

  /** @param {import('../texts/problems.js').Reason} note */
  #tellNote(note) {
    this.#note = note;
    this.#widgets.note(wordsOf(note));
  }

  /** @param {unknown} error */
  #tellNotKept(error) {
    console.warn('The batch cannot be kept:', error);
    this.#isKept = false;
    this.#tellNote(reasonNotKept(error));
  }
}
