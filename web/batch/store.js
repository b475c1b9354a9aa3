import { errorOf } from '../texts/problems.js';
import { isPdf } from '../shared/pdf/open-pdf.js';
import { openStore } from '../shared/storage/database.js';
import { createPdfPages } from './pdf-pages.js';
import { rowFrom } from './rows/whole-row.js';

/**
 * @import { Reason } from '../texts/problems.js'
 * @import { Page, Row } from './rows/rows.js'
 * @import { KeyValue } from '../shared/storage/database.js'
 */

/** Settings lie among the rows, whose keys are ids. */
const SETTINGS = 'settings';

/** Kinds of pictures that the reader takes. */
const TAKEN = /^image\/(png|jpeg|webp|gif|bmp)$/;

/** A page that is reloaded gives its lock back only when it is gone. */
const LONGEST_WAIT_MS = 1500;

const OPEN_ELSEWHERE = new Error('The kept batch is open in another tab');

/**
 * Opens the batch that this browser keeps, for this tab alone: two tabs that keep the same batch would overwrite each
 * other's work.
 *
 * @param {(error: unknown) => void} onTrouble called once, when something could not be kept
 */
export function openBatchStore(onTrouble) {
  const allowed = lockUntilClosed('inkdigit-batch').then((isOurs) => {
    if (!isOurs) throw OPEN_ELSEWHERE;
  });
  const [rows, pictures] = [openStore('batch-rows', allowed), openStore('batch-pictures', allowed)];
  return new Store({ rows, pictures }, onTrouble);
}

/**
 * @param {string} name
 * @returns {Promise<boolean>} whether this tab holds the lock, which it does until it is closed; true also where the
 *   browser has no locks, or site data is blocked
 */
function lockUntilClosed(name) {
  const { locks } = navigator; // not at an address without encryption
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => (resolve(true), new Promise(() => {}));
    locks
      .request(name, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }, hold)
      .catch((error) => resolve(error.name === 'SecurityError'));
  });
}

/**
 * @param {unknown} error from the store
 * @returns {Reason} why the batch is not kept, for a person
 */
export function reasonNotKept(error) {
  if (error === OPEN_ELSEWHERE) return { code: 'batch.unkept.elsewhere' };
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return { code: isFull ? 'batch.unkept.full' : 'batch.unkept.nothing' };
}

/**
 * Keeps a batch in the browser: pictures as they are and rows by themselves, so that a change of one row writes only
 * that row. Where the browser keeps nothing, or has no room, the batch goes on in memory.
 */
export class Store {
  #rows;
  #pictures;
  #onTrouble;
  /** @type {Map<string, Blob>} not kept yet, or not to be kept: a file that the page was given is only a reference */
  #inMemory = new Map();
  /** @type {Set<string>} ids of what is no picture, or of a kind that the browser does not open */
  #isOther = new Set();
  /** @type {string[]} ids of pictures that are yet to be written */
  #unwritten = [];
  /** @type {Map<string, unknown>} what is yet to be written of rows, undefined for what is to be deleted */
  #changed = new Map();
  /** Of PDFs: pictures that are made when they are first asked for. @type {Map<string, Page>} */
  #pages = new Map();
  #pdfs = createPdfPages((id) => this.picture(id));
  #isWriting = false;
  #hadTrouble = false;

  /**
   * @param {{ rows: KeyValue, pictures: KeyValue }} databases
   * @param {(error: unknown) => void} onTrouble called once, when something could not be kept
   */
  constructor({ rows, pictures }, onTrouble) {
    this.#rows = rows;
    this.#pictures = pictures;
    this.#onTrouble = onTrouble;
  }

  /**
   * @returns {Promise<{ rows: Row[], settings: any, isDamaged: boolean }>} what was kept, nothing where that cannot be read;
   *   isDamaged: some of it is to be read anew
   */
  async load() {
    /** @type {[string, any][]} */
    let entries = [];
    await this.#attempt(async () => {
      entries = await this.#rows.entries();
      // A PDF has no row of its own, once its pages have theirs.
      const ids = new Set(entries.flatMap(([id, row]) => [id, row?.page?.of]));
      // A removal could be undone until the page was left: its picture is of no more use.
      const orphans = (await this.#pictures.keys()).filter((id) => !ids.has(id));
      if (orphans.length > 0) await this.#pictures.delMany(orphans);
    });
    const settings = entries.find(([id]) => id === SETTINGS)?.[1] ?? null;
    const kept = entries.filter(([id]) => id !== SETTINGS).map(([id, value]) => rowFrom(id, value));
    const rows = kept.map(({ row }) => row).sort((a, b) => a.order - b.order);
    this.#notePages(rows);
    return { rows, settings, isDamaged: kept.some(({ isWhole }) => !isWhole) };
  }

  /**
   * @param {string} id
   * @param {Blob} blob
   */
  addPicture(id, blob) {
    this.#inMemory.set(id, blob);
    this.#unwritten.push(id);
    void this.#write();
  }

  /**
   * @param {string} id
   * @returns {Promise<Blob>} of a kind that the reader takes, where the browser can open it at all
   * @throws {Error} with a code, where it is not there any more
   */
  async picture(id) {
    const blob = await this.#kept(id);
    const page = this.#pages.get(id);
    if (!blob && page) return this.#drawn(id, page);
    if (!blob) throw errorOf('batch.error.noPicture');
    // Some browsers would open a PDF as a picture of its first page.
    if (TAKEN.test(blob.type) || this.#isOther.has(id) || (await isPdf(blob))) return blob;
    const { convertPicture } = await import('./convert-picture.js');
    const converted = await convertPicture(blob);
    if (converted) this.addPicture(id, converted);
    else this.#isOther.add(id);
    return converted ?? blob;
  }

  /** @param {string} id of a PDF @returns {Promise<number>} how many pages it has @throws {Error} with a code */
  countPages(id) {
    return this.#pdfs.countOf(id);
  }

  /** @param {string} id @returns {Promise<Blob | undefined>} */
  async #kept(id) {
    return this.#inMemory.get(id) ?? this.#pictures.get(id).catch(() => undefined);
  }

  /** @param {string} id @param {Page} page */
  #drawn(id, page) {
    return this.#pdfs
      .pictureOf(page, () => this.#kept(id))
      .then((picture) => {
        if (!this.#inMemory.has(id)) this.addPicture(id, picture);
        return picture;
      });
  }

  /** @param {ReadonlyArray<Row>} rows */
  #notePages(rows) {
    for (const { id, page } of rows) if (page) this.#pages.set(id, page);
  }

  /**
   * @param {ReadonlyArray<Row>} before
   * @param {ReadonlyArray<Row>} after
   */
  save(before, after) {
    if (before === after) return;
    this.#notePages(after);
    const old = new Set(before);
    const ids = new Set(after.map(({ id }) => id));
    for (const { id } of before) if (!ids.has(id)) this.#changed.set(id, undefined);
    for (const row of after) if (!old.has(row)) this.#changed.set(row.id, row);
    void this.#write();
  }

  /** @param {unknown} settings */
  saveSettings(settings) {
    this.#changed.set(SETTINGS, settings);
    void this.#write();
  }

  /** @param {ReadonlyArray<string>} ids of pictures that nobody can ask for again */
  async forget(ids) {
    for (const id of ids) this.#inMemory.delete(id);
    this.#unwritten = this.#unwritten.filter((id) => !ids.includes(id));
    await this.#attempt(() => this.#pictures.delMany([...ids]));
  }

  async #write() {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#unwritten.length > 0 || this.#changed.size > 0) {
      await this.#writePicture();
      await this.#writeRows();
    }
    this.#isWriting = false;
  }

  async #writePicture() {
    const id = this.#unwritten[0];
    const blob = this.#inMemory.get(id);
    if (blob && (await this.#attempt(() => this.#pictures.setMany([[id, blob]])))) this.#inMemory.delete(id);
    this.#unwritten = this.#unwritten.filter((other) => other !== id);
  }

  /** Writes a row only after its picture: the other way round, a page left in between would find a row without one. */
  async #writeRows() {
    const isThere = (/** @type {string | undefined} */ id) => id === undefined || !this.#unwritten.includes(id);
    const ready = [...this.#changed].filter(
      ([id, row]) => isThere(id) && isThere(/** @type {Row | undefined} */ (row)?.page?.of),
    );
    for (const [id] of ready) this.#changed.delete(id);
    const gone = ready.filter(([, value]) => value === undefined).map(([id]) => id);
    const kept = /** @type {[string, unknown][]} */ (ready.filter(([, value]) => value !== undefined));
    if (kept.length > 0) await this.#attempt(() => this.#rows.setMany(kept));
    if (gone.length > 0) await this.#attempt(() => this.#rows.delMany(gone));
  }

  /**
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>} whether it worked
   */
  async #attempt(work) {
    try {
      await work();
      return true;
    } catch (error) {
      if (!this.#hadTrouble) this.#onTrouble(error);
      this.#hadTrouble = true;
      return false;
    }
  }
}
