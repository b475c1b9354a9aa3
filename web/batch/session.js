import { isForm } from '../shared/forms/form.js';
import { problemsBetween } from '../shared/forms/between-fields.js';
import { problemOf } from '../shared/forms/pattern.js';
import { isPdf } from '../shared/pdf/open-pdf.js';
import { reasonFrom } from '../texts/problems.js';
import { newId } from '../shared/new-id.js';
import { createQueue } from './queue.js';
import { addRows, changeRow, fillCells, ofWidth, startBatch, textsOf } from './rows/rows.js';
import { withPages } from './rows/pages.js';
import { retryFailed } from './rows/read-again.js';
import { startState, withBatch, withForm, withRowsBy } from './rows/state.js';

/**
 * @import { State } from './rows/state.js'
 * @import { Read } from '../picture/pictures.js'
 * @import { Batch, Cell, Row } from './rows/rows.js'
 * @import { Store } from './store.js'
 * @import { Form } from '../shared/forms/form.js'
 * @typedef {{
 *   store: Pick<Store, 'load' | 'addPicture' | 'picture' | 'countPages' | 'save' | 'saveSettings' | 'forget'>,
 *   read: Read,
 *   reader: () => Promise<Pick<import('../inkdigit.js').Reader, 'alignForm' | 'classify'>>,
 *   rowReader: () => Promise<typeof import('./read-row.js')>,
 *   sizeOf: (blob: Blob) => Promise<{ width: number, height: number }>,
 *   unsureBelow: () => number,
 *   isInUse: () => boolean,
 *   onChange: () => void,
 * }} Dependencies rowReader: its code comes with the first picture; isInUse: whether a person is at work in the table
 */

/** A batch at work: it is read and kept while a person works on it. It knows nothing of the page. */
export class Session {
  #dependencies;
  #state;
  #queue;
  /** Once an earlier visit's rows are here, if there are any: whether some are to be read anew. @type {Promise<boolean>} */
  loaded;
  /** True once they are here. */
  isLoaded = false;
  #tellFirst = () => {};
  /** Until a first picture is read, or could not be, the reader needs all that the device has. @type {Promise<void>} */
  first = new Promise((resolve) => (this.#tellFirst = resolve));
  #isResting = true;

  /** @param {Dependencies} dependencies */
  constructor(dependencies) {
    this.#dependencies = dependencies;
    this.#state = startState(this.#rulesFor(null));
    this.#queue = createQueue({
      next: () => this.#state.batch.rows.find(({ status }) => status === 'waiting')?.id,
      work: (id, signal) => this.#read(id, signal).finally(this.#tellFirst),
      done: (id, cells) => this.#setBatch(fillCells(this.#state.batch, id, cells)),
      failed: (id, error) => {
        console.warn(error);
        this.#changeRow(id, { status: 'failed', error: reasonFrom(error) });
      },
      stopped: (id) => this.#changeRow(id, { status: 'waiting' }),
      rested: () => this.change({ ...this.#state, share: null }),
    });
    this.#queue.pause();
    this.loaded = this.#load();
  }

  /** @returns {State} */
  get state() {
    return this.#state;
  }

  /**
   * @param {State} next what differs is kept, shown and, where something waits, read
   */
  change(next) {
    const before = this.#state;
    if (next === before) return;
    // A reader that has become ready meanwhile knows when it is unsure.
    const isUpToDate = next.rules.unsureBelow === this.#dependencies.unsureBelow();
    this.#state = isUpToDate ? next : { ...next, rules: this.#rulesFor(next.form) };
    const { store } = this.#dependencies;
    store.save(before.batch.rows, next.batch.rows);
    const { form, isPaused, by } = next;
    if (form !== before.form || isPaused !== before.isPaused || by !== before.by) {
      store.saveSettings({ form, isPaused, by });
    }
    // A reading for a row that is gone, or for another form's columns, would be thrown away.
    this.#queue.drop((id) => form !== before.form || !next.batch.rows.some((row) => row.id === id));
    if (isPaused || this.#isResting) this.#queue.pause();
    else this.#queue.resume();
    this.#dependencies.onChange();
  }

  /** Reading rests while nobody looks, so that the pad and a single picture have the reader for themselves. */
  rest() {
    this.#isResting = true;
    this.#queue.pause();
  }

  goOn() {
    this.#isResting = false;
    this.change({ ...this.#state });
  }

  /** @param {ReadonlyArray<File>} files */
  async add(files) {
    await this.loaded;
    const pictures = files.map((file) => ({ id: newId(), name: file.name, file }));
    for (const { id, file } of pictures) this.#dependencies.store.addPicture(id, file);
    const { batch, columns } = this.#state;
    const next = withBatch(this.#state, addRows(batch, pictures, columns.length), {
      isHeld: this.#dependencies.isInUse(),
    });
    this.change({ ...next, isPaused: false });
  }

  /** @param {Form | null} form */
  async setForm(form) {
    await this.loaded;
    this.change(withForm(this.#state, form, this.#rulesFor(form)));
  }

  retryFailed() {
    this.#setBatch(retryFailed(this.#state.batch));
  }

  /** Everything goes, pictures too, and does not come back. */
  clear() {
    const { rows, past } = this.#state.batch;
    const removed = past.flatMap((step) => (step.kind === 'removal' ? step.rows : []));
    this.change({ ...this.#state, batch: startBatch(), shown: [], chosen: new Set(), selected: null, editing: null });
    const pictures = [...rows, ...removed].flatMap(({ id, page }) => (page ? [id, page.of] : id));
    void this.#dependencies.store.forget([...new Set(pictures)]);
  }

  async #load() {
    const { rows, settings, isDamaged } = await this.#dependencies.store.load();
    // A later version of the page may know other patterns.
    const form = isForm(settings?.form) ? settings.form : null;
    const state = withForm(withRowsBy(this.#state, settings?.by), form, this.#rulesFor(form));
    const kept = startBatch(rows.map((row) => ofWidth(row, state.columns.length)));
    const next = withBatch(state, kept, { isHeld: false });
    // Nothing is to be written, since it is as it was kept.
    this.#state = { ...next, isPaused: settings?.isPaused === true };
    if (rows.some(({ status }) => status !== 'waiting')) this.#tellFirst();
    this.isLoaded = true;
    this.change({ ...this.#state });
    return isDamaged;
  }

  /**
   * @param {string} id
   * @param {AbortSignal} signal
   * @returns {Promise<Cell[]>} one for each that the row lacks
   */
  async #read(id, signal) {
    this.#changeRow(id, { status: 'reading' });
    const onShare = (/** @type {number | null} */ value) => {
      if (!signal.aborted) this.change({ ...this.#state, share: { id, value } });
    };
    onShare(null);
    const { store, read, reader, rowReader, sizeOf } = this.#dependencies;
    const { readFields, readWhole, reasonOfKind } = await rowReader();
    const { form, batch } = this.#state;
    const lacking = batch.rows.find((row) => row.id === id)?.cells.map((cell) => cell === null) ?? [];
    const blob = await store.picture(id);
    if (await isPdf(blob)) {
      const count = await store.countPages(id);
      if (!signal.aborted) this.change(withPages(this.#state, id, count, { isHeld: this.#dependencies.isInUse() }));
      return []; // its row is gone
    }
    const fields = form?.fields.filter((_, column) => lacking[column]) ?? [];
    const cells = form
      ? readFields({ read, reader }, { blob, sizeOf }, { ...form, fields }, { signal, onShare })
      : readWhole(read, blob, { signal, onShare });
    return cells.catch(async (error) => {
      throw await reasonOfKind(error, blob);
    });
  }

  /** @param {string} id @param {Partial<Row>} changed */
  #changeRow(id, changed) {
    this.#setBatch(changeRow(this.#state.batch, id, changed));
  }

  /** @param {Batch} batch */
  #setBatch(batch) {
    this.change(withBatch(this.#state, batch, { isHeld: this.#dependencies.isInUse() }));
  }

  /** @param {Form | null} form */
  #rulesFor(form) {
    /** A row is asked of each of its cells again and again. @type {WeakMap<Row, ReturnType<typeof problemsBetween>>} */
    const known = new WeakMap();
    return {
      unsureBelow: this.#dependencies.unsureBelow(),
      problemOf: (/** @type {number} */ column, /** @type {string} */ text) =>
        form ? problemOf(form.fields[column].pattern, text) : null,
      between(/** @type {Row} */ row) {
        const problems = known.get(row) ?? (form ? problemsBetween(form.fields, textsOf(row), row.before) : []);
        known.set(row, problems);
        return problems;
      },
    };
  }
}
