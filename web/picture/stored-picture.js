import { newId } from '../shared/new-id.js';
import { readText, remove, write as writeText } from '../shared/storage/local.js';

/**
 * @import { Picture } from './pictures.js'
 * @typedef {Pick<Picture, 'file' | 'area' | 'turned' | 'row'> & { corrections: Picture['history']['now'] }} Kept
 */

/** This tab stores here which picture is its own, since several tabs store theirs. */
const KEY = 'inkdigit.picture';
const LOCK = 'inkdigit-picture';
const ENTRIES = ['file', 'said'];

/**
 * Stores the opened picture through a reload of its tab. Its reading is not stored: a new version may read better.
 * @param {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage
 */
export function createStoredPicture(storage) {
  /** @type {Promise<ReturnType<typeof import('./kept-picture.js').openKeptPicture>> | undefined} */
  let opened;
  /** Its code is loaded with the first picture. */
  const database = () => (opened ??= import('./kept-picture.js').then(({ openKeptPicture }) => openKeptPicture()));
  let last = Promise.resolve();
  /** @type {Blob | null} */
  let written = null;

  /** @param {Kept} kept */
  async function write({ file, ...said }) {
    const id = readText(storage, KEY) ?? newId();
    if (!writeText(storage, KEY, id)) throw new Error('This tab stores nothing');
    hold();
    const changed = { id, ...said };
    // A photograph is not written again for every digit that is corrected in it.
    /** @type {[string, unknown][]} */
    const entries = [['said', changed]];
    if (written !== file) entries.push(['file', file]);
    await (await database()).setMany(entries);
    written = file;
  }

  let isHeld = false;
  /** Lets no other tab take this one's picture for left behind, as long as this tab is open. */
  function hold() {
    // Refused where site data is blocked: then there is nothing to be held.
    if (!isHeld) navigator.locks?.request(LOCK, { mode: 'shared' }, () => new Promise(() => {})).catch(() => null);
    isHeld = true;
  }

  if (readText(storage, KEY) !== null) hold();

  async function tidy() {
    if (readText(storage, KEY) !== null) return;
    await navigator.locks?.request(LOCK, { ifAvailable: true }, (lock) => lock && empty());
  }

  const empty = async () => (await database()).delMany(ENTRIES);

  return {
    /** @returns {boolean} whether there is one, without asking the database */
    isThere: () => readText(storage, KEY) !== null,
    /** @param {Picture} picture */
    keep({ file, area, turned, row, history }) {
      const kept = { file, area, turned, row, corrections: history.now };
      last = last.then(() => write(kept)).catch((error) => console.warn('The picture cannot be kept:', error));
    },
    forget() {
      last = last
        .then(async () => {
          remove(storage, KEY);
          written = null;
          await empty();
        })
        .catch((error) => console.warn('The picture cannot be forgotten:', error));
    },
    /** Deletes the picture that a closed tab has left behind, which nobody can open any more. */
    tidy() {
      last = last.then(tidy).catch((error) => console.info('What was left behind stays:', error));
    },
    /**
     * @returns {Promise<Kept>}
     * @throws {Error} with a code, where it is not there any more
     */
    load: async () => (await database()).load(readText(storage, KEY)),
  };
}
