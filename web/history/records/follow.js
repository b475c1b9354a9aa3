import { readJson, remove, write } from '../../shared/storage/local.js';

/**
 * What becomes one record: a drawing from its first stroke until the pad is empty again, through corrections, undo and a
 * reload; a picture as long as it is open. Each is kept when it has come to rest, in the place of what it was before.
 *
 * @import { Content } from './kept-reading.js'
 * @import { Known, Records } from './records.js'
 *
 * @typedef {{ source: object, mark: string, size: number }} There what was read: the very same object as long as it does
 *   not change; mark tells it again after a reload, size what was taken back from what was added
 * @typedef {There & { said: ReadonlyArray<unknown>, make: () => Content, file?: Blob }} Offer said is what else the record
 *   depends on
 * @typedef {{ known: Known | null, source: object | null, size: number, last: Promise<void> }} Slot one record, and of
 *   what was kept last the source and the size
 * @typedef {{ known: Known | null, mark: string, isPending: boolean }} Note isPending: it was not kept yet
 */

/** Longer than a hand pauses between two strokes. */
const QUIET_MS = 1000;

/**
 * @param {Pick<Records, 'keep'>} records
 * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage of this tab, through a reload
 * @param {string} key in the storage
 */
export function followRecord(records, storage, key) {
  /** Undo brings back the very object that was there, and with it its record. @type {WeakMap<object, Slot>} */
  const slots = new WeakMap();
  /** Out of the history comes a copy. @type {Map<string, Slot>} */
  const slotsById = new Map();
  /** @type {Slot | null} */
  let slot = null;
  /**
   * What was there last; said is null where whatever is said first is known already.
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
      // What is only corrected stays where it is in the history.
      const time = known && !isOther ? known.time : Date.now();
      own.known = (await records.keep(content, { known, file, time })) ?? known;
      if (own.known) slotsById.set(own.known.id, own);
      if (own === slot && !pending) note(storage, key, { known: own.known, mark, isPending: false });
    });
  }

  return {
    /** @param {Offer} offer what is there now, each time that it may have changed */
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

    /** Nothing is there any more: what comes next is another record. What was only on its way to nothing is not kept. */
    end() {
      if (!slot) return;
      if (pending && pending.size < slot.size) pending = null;
      flush();
      [slot, seen] = [null, null];
      note(storage, key, null);
    },

    /**
     * What is there already, after a reload or out of the history: it is kept again when it changes.
     *
     * @param {There} there
     * @param {Known | null} [known] its record, where it comes out of the history
     */
    resume({ source, mark, size }, known = null) {
      flush();
      const noted = noteIn(storage, key);
      // What another tab has put there meanwhile is not what this tab's record holds.
      const before = known ? { known, isPending: false } : noted?.mark === mark ? noted : null;
      const isPending = before?.isPending ?? false;
      slot = slotsById.get(known?.id ?? '') ?? newSlot();
      slot.known = before?.known ?? null;
      if (!isPending) Object.assign(slot, { source, size });
      slots.set(source, slot);
      seen = isPending ? null : { source, said: null };
      note(storage, key, { known: slot.known, mark, isPending });
    },

    /** Keep what waits at once: the page may be left. */
    flush,

    /** Keep nothing of what waits. */
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
  // Of a record out of the history, only what tells it again.
  const slim = known && { id: known.id, revision: known.revision, time: known.time };
  // Where it is not kept, what is added after a reload begins a record of its own.
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
