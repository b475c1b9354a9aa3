import { readJson, remove, write } from '../../shared/storage/local.js';

/**
 * One record follows a drawing from its first stroke until the pad is empty again, through corrections, undo and a reload,
 * or a picture as long as it is open. It is kept when its subject has come to rest, in the place of its earlier version.
 *
 * @import { Content } from './kept-reading.js'
 * @import { Known, Records } from './records.js'
 *
 * @typedef {{ source: object, mark: string, size: number }} Subject source: the very same object as long as the drawing or
 *   picture does not change; mark: recognizes it after a reload; size: tells a stroke taken back from a stroke added
 * @typedef {Subject & { said: ReadonlyArray<unknown>, make: () => Content, file?: Blob }} Offer said: all else that the
 *   record depends on
 * @typedef {{ known: Known | null, source: object | null, size: number, last: Promise<void> }} Slot one record; source and
 *   size are those that were kept last
 * @typedef {{ known: Known | null, mark: string, isPending: boolean }} Note isPending: it was not kept yet
 */

/** A hand does not pause as long as this between two strokes. */
const QUIET_MS = 1000;

/**
 * @param {Pick<Records, 'keep'>} records
 * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage of this tab, through a reload
 * @param {string} key in the storage
 */
export function createAutosave(records, storage, key) {
  /** Undo brings back the very object that was there, and with it its record. @type {WeakMap<object, Slot>} */
  const slots = new WeakMap();
  /** Out of the history comes a copy. @type {Map<string, Slot>} */
  const slotsById = new Map();
  /** @type {Slot | null} */
  let slot = null;
  /**
   * The last subject that was offered; said is null where the record already holds whatever is said first.
   * @type {{ source: object, said: Offer['said'] | null } | null}
   */
  let seen = null;
  /** @type {Offer | null} */
  let pending = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function flush() {
    clearTimeout(timer);
    if (pending && slot) keep(slot, pending);
    pending = null;
  }

  /** @param {Slot} own @param {Offer} offer */
  function keep(own, { source, mark, make, file, size }) {
    const isOther = own.source !== source;
    const content = make();
    Object.assign(own, { source, size });
    own.last = own.last.then(async () => {
      const { known } = own;
      // A correction does not move a record in the history.
      const time = known && !isOther ? known.time : Date.now();
      own.known = (await records.keep(content, { known, file, time })) ?? known;
      if (own.known) slotsById.set(own.known.id, own);
      if (own === slot && !pending) note(storage, key, { known: own.known, mark, isPending: false });
    });
  }

  return {
    /** Has to be called each time that the subject may have changed. @param {Offer} offer */
    offer(offer) {
      const isSeen = seen?.source === offer.source && (seen.said === null || isSame(seen.said, offer.said));
      seen = offer;
      if (isSeen) return;
      const own = slots.get(offer.source) ?? slot ?? newSlot();
      if (own !== slot) flush();
      slot = own;
      slots.set(offer.source, own);
      pending = offer;
      note(storage, key, { known: own.known, mark: offer.mark, isPending: true });
      clearTimeout(timer);
      timer = setTimeout(flush, QUIET_MS);
    },

    /** The subject is gone, and the next one is another record. A drawing that was only being wiped is not kept. */
    end() {
      if (!slot) return;
      if (pending && pending.size < slot.size) pending = null;
      flush();
      [slot, seen] = [null, null];
      note(storage, key, null);
    },

    /**
     * Takes up a subject that is there already, after a reload or out of the history: it is kept again when it changes.
     *
     * @param {Subject} subject
     * @param {Known | null} [known] its record, where it comes out of the history
     */
    resume({ source, mark, size }, known = null) {
      flush();
      const noted = noteIn(storage, key);
      // Another tab may have put something else there meanwhile, which this tab's record does not hold.
      const before = known ? { known, isPending: false } : noted?.mark === mark ? noted : null;
      const isPending = before?.isPending ?? false;
      slot = slotsById.get(known?.id ?? '') ?? newSlot();
      slot.known = before?.known ?? null;
      if (!isPending) Object.assign(slot, { source, size });
      slots.set(source, slot);
      seen = isPending ? null : { source, said: null };
      note(storage, key, { known: slot.known, mark, isPending });
    },

    /** Keeps at once what waits to come to rest: the page may be left. */
    flush,

    /** Gives up what waits to come to rest. */
    drop() {
      clearTimeout(timer);
      if (pending) note(storage, key, { known: slot?.known ?? null, mark: pending.mark, isPending: false });
      pending = null;
    },
  };
}

/** @returns {Slot} */
const newSlot = () => ({ known: null, source: null, size: 0, last: Promise.resolve() });

/** @param {ReadonlyArray<unknown>} one @param {ReadonlyArray<unknown>} other */
const isSame = (one, other) => one.length === other.length && one.every((each, index) => each === other[index]);

/**
 * @param {() => Pick<Storage, 'setItem' | 'removeItem'>} storage
 * @param {string} key
 * @param {Note | null} value
 */
function note(storage, key, value) {
  if (!value) return remove(storage, key);
  const { known } = value;
  // A record out of the history is noted without its content.
  const slim = known && { id: known.id, revision: known.revision, time: known.time };
  // Without a note, strokes that are added after a reload begin a record of their own.
  write(storage, key, JSON.stringify({ ...value, known: slim }));
}

/**
 * @param {() => Pick<Storage, 'getItem'>} storage
 * @param {string} key
 * @returns {Note | null}
 */
function noteIn(storage, key) {
  const found = readJson(storage, key);
  if (!found) return null;
  const { known, mark, isPending } = found;
  const { id, revision, time } = known ?? {};
  const isKnown = typeof id === 'string' && typeof revision === 'string' && typeof time === 'number';
  return { known: isKnown ? { id, revision, time } : null, mark, isPending: isPending === true };
}
