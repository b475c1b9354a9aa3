import { errorOf } from '../texts/problems.js';
import { openStore } from '../shared/storage/database.js';
import { rowFrom } from './rows/whole-row.js';

/**
 * @import { Reason } from '../texts/problems.js'
 * @import { Row } from './rows/rows.js'
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
      const ids = new Set(entries.map(([id]) => id));
      // A removal could be undone until the page was left: its picture is of no more use.
      const orphans = (await this.#pictures.keys()).filter((id) => !ids.has(id));
      if (orphans.length > 0) await this.#pictures.delMany(orphans);
    });
    const settings = entries.find(([id]) => id === SETTINGS)?.[1] ?? null;
    const kept = entries.filter(([id]) => id !== SETTINGS).map(([id, value]) => rowFrom(id, value));
    const rows = kept.map(({ row }) => row).sort((a, b) => a.order - b.order);
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
    const blob = this.#inMemory.get(id) ?? (await this.#pictures.get(id).catch(() => undefined));
    if (!blob) throw errorOf('batch.error.noPicture');
    if (TAKEN.test(blob.type) || this.#isOther.has(id)) return blob;
    const { convertPicture } = await import('./convert-picture.js');
    const converted = await convertPicture(blob);
    if (converted) this.addPicture(id, converted);
    else this.#isOther.add(id);
    return converted ?? blob;
  }

  /**
   * @param {ReadonlyArray<Row>} before
   * @param {ReadonlyArray<Row>} after
   */
  save(before, after) {
    if (before === after) return;
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
    const ready = [...this.#changed].filter(([id]) => !this.#unwritten.includes(id));
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
