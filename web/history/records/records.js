import { newId } from '../../shared/new-id.js';
import { recordOf } from './kept-reading.js';
import { newestFirst } from './search.js';
import { isWhole } from './whole-record.js';

/**
 * @import { Database } from './database.js'
 * @import { Content, KeptReading, SmallPicture } from './kept-reading.js'
 *
 * @typedef {{ code: string, values: Record<string, number> }} Notice a `Reason` of something that a person should know
 * @typedef {{ id: string, revision: string, time: number }} Known a record, as this tab last wrote it
 * @typedef {{
 *   database: Database,
 *   keeping: { isOn: () => boolean, turn: (isOn: boolean) => void },
 *   shrink: (file: Blob, size: { width: number, height: number }) => Promise<SmallPicture | null>,
 *   estimate?: () => Promise<{ usage?: number, quota?: number }>,
 *   onNotice: (notice: Notice) => void,
 *   onChange: () => void,
 *   now?: () => number,
 *   limits?: typeof LIMITS,
 * }} Surroundings onNotice: something that a person should know, each once a visit; onChange: the records are others
 * @typedef {{ records: number, pictures: number, bytes: number, site: { used: number, quota: number } | null }} Usage
 *   bytes of the records alone; site: of everything that the browser keeps for this site, where it tells
 */

/** These last for years of numbers, and for some 100 MB of pictures. */
const LIMITS = { records: 1000, pictures: 200 };

/** On a full disk this share of the records makes room for the next. */
const TENTH = 0.1;

/** The readings kept on the device. Nothing here rejects: where the browser keeps nothing, that is told once. */
export class Records {
  #around;
  #now;
  #limits;
  /** One write after the other: what is forgotten must not be written again by what began before. */
  #last = Promise.resolve();
  /** @type {Set<string>} */
  #told = new Set();
  /** @type {WeakMap<Blob, Promise<SmallPicture | null>>} */
  #small = new WeakMap();

  /** @param {Surroundings} surroundings */
  constructor({ now = Date.now, limits = LIMITS, ...surroundings }) {
    this.#around = surroundings;
    this.#now = now;
    this.#limits = limits;
  }

  /** @returns {boolean} whether what is read from now on is kept */
  get isKeeping() {
    return this.#around.keeping.isOn();
  }

  /** @param {boolean} isOn off leaves what is kept where it is, until it is deleted */
  setKeeping(isOn) {
    this.#around.keeping.turn(isOn);
    this.#around.onChange();
  }

  /**
   * @param {Content} content
   * @param {{ known?: Known | null, file?: Blob, time?: number }} [how] known: the record that it takes the place
   *   of; another is begun where that was changed or deleted in another tab. file: the picture
   * @returns {Promise<Known | null>} null where it is not kept
   */
  keep(content, { known = null, file, time = this.#now() } = {}) {
    return this.#write(null, async () => {
      if (!this.isKeeping) return null;
      const small = await this.#smallOf(content, file);
      // It may have been turned off while the picture was made small.
      if (!this.isKeeping) return null;
      const replaced = known && recordOf(content, small, { id: known.id, time });
      if (replaced && (await this.#put(replaced, { replaces: known.revision }))) return replaced;
      const added = recordOf(content, small, { id: newId(this.#now()), time });
      await this.#put(added, { picture: small?.blob });
      await this.#trim();
      return added;
    });
  }

  /** @returns {Promise<KeptReading[]>} the newest first, without those that are damaged; none where nothing can be read */
  list() {
    return this.#attempt([], async () => {
      const all = await this.#around.database.list();
      const whole = all.filter(isWhole);
      if (whole.length < all.length) this.#tell('records.damaged', {});
      return newestFirst(whole);
    });
  }

  /** @param {string} id @returns {Promise<Blob | null>} the picture that is kept of a record */
  picture(id) {
    return this.#attempt(null, async () => (await this.#around.database.picture(id)) ?? null);
  }

  /** @param {string} id @returns {Promise<boolean>} whether it is gone */
  remove(id) {
    return this.#write(false, async () => {
      await this.#around.database.remove([id]);
      return true;
    });
  }

  /**
   * @param {KeptReading} record that was removed
   * @param {Blob | null} picture that was kept of it
   * @returns {Promise<boolean>} whether it is back
   */
  restore(record, picture) {
    return this.#write(false, () => this.#put(record, { picture }));
  }

  /** @returns {Promise<boolean>} whether every record is gone; `forgetEverything` is for the rest that the page keeps */
  clear() {
    return this.#write(false, async () => {
      await this.#around.database.clear();
      return true;
    });
  }

  /** @returns {Promise<Usage>} */
  async usage() {
    const records = await this.list();
    const { usage, quota } = (await this.#around.estimate?.().catch(() => null)) ?? {};
    return {
      records: records.length,
      pictures: records.filter(({ scale }) => scale !== null).length,
      bytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
      site: usage === undefined || quota === undefined ? null : { used: usage, quota },
    };
  }

  /** @param {Content} content @param {Blob} [file] */
  async #smallOf({ picture }, file) {
    if (!picture || !file) return null;
    // A photograph is not made small again for every digit that is corrected in it.
    const small = this.#small.get(file) ?? this.#around.shrink(file, picture.size).catch(() => null);
    this.#small.set(file, small);
    return small;
  }

  /**
   * @param {KeptReading} record
   * @param {Parameters<Database['put']>[1]} how
   * @returns {Promise<boolean>}
   */
  async #put(record, how) {
    for (;;) {
      try {
        return await this.#around.database.put(record, how);
      } catch (error) {
        if (!isFull(error) || !(await this.#makeRoom(record.id))) throw error;
      }
    }
  }

  /** @param {string} id that is being written @returns {Promise<boolean>} false where there is nothing left to delete */
  async #makeRoom(id) {
    const { records } = await this.#around.database.ids();
    const oldest = oldestTenth(records.filter((each) => each !== id));
    if (oldest.length === 0) return false;
    await this.#around.database.remove(oldest);
    this.#tell('records.madeRoom', { count: oldest.length });
    return true;
  }

  async #trim() {
    const { records, pictures } = await this.#around.database.ids();
    const oldest = beyondLimits(records, pictures, this.#limits);
    if (oldest.length === 0) return;
    await this.#around.database.remove(oldest);
    this.#tell('records.trimmed', { count: oldest.length, ...this.#limits });
  }

  /**
   * @template Result
   * @param {Result} otherwise
   * @param {() => Promise<Result>} work that changes the records
   * @returns {Promise<Result>}
   */
  #write(otherwise, work) {
    const done = this.#last.then(() => this.#attempt(otherwise, work));
    this.#last = done.then(() => this.#around.onChange());
    return done;
  }

  /**
   * @template Result
   * @param {Result} otherwise
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async #attempt(otherwise, work) {
    try {
      return await work();
    } catch (error) {
      const isNew = this.#tell(isFull(error) ? 'records.noRoom' : 'records.unavailable', {});
      if (isNew) console.info('The history cannot be kept:', error);
      return otherwise;
    }
  }

  /** @param {string} code @param {Record<string, number>} values @returns {boolean} false where it is known already */
  #tell(code, values) {
    if (this.#told.has(code)) return false;
    this.#told.add(code);
    this.#around.onNotice({ code, values });
    return true;
  }
}

/**
 * @param {ReadonlyArray<string>} ids of all records
 * @param {ReadonlyArray<string>} pictures ids of those with a picture
 * @param {{ records: number, pictures: number }} [limits]
 * @returns {string[]} the oldest, which have to go
 */
export function beyondLimits(ids, pictures, limits = LIMITS) {
  const oldest = (/** @type {ReadonlyArray<string>} */ all, /** @type {number} */ most) =>
    all.toSorted().slice(0, Math.max(0, all.length - most));
  return [...new Set([...oldest(pictures, limits.pictures), ...oldest(ids, limits.records)])];
}

/**
 * @param {ReadonlyArray<string>} ids
 * @returns {string[]} the oldest tenth, at least one where there are any
 */
function oldestTenth(ids) {
  return ids.toSorted().slice(0, Math.ceil(TENTH * ids.length));
}

/** @param {unknown} error */
const isFull = (error) => error instanceof Error && error.name === 'QuotaExceededError';
