import { clearDatabase } from '../../shared/storage/database.js';
import { deviceStorage, readText, tabStorage, write } from '../../shared/storage/local.js';
import { openDatabase } from './database.js';
import { createPageAutosave } from './page-autosave.js';
import { smallPicture } from './kept-reading.js';
import { Records } from './records.js';

/**
 * @import { Shrinker } from '../../shared/pictures/shrinker.js'
 * @import { Notice } from './records.js'
 */

/** Between tabs: 'changed' or 'forgotten'. */
const CHANNEL = 'inkdigit-records';

/** Every key that the page keeps in a browser's storages begins with this. */
const PREFIX = 'inkdigit.';
/** This key stays when everything else is forgotten: a history that was turned off must not turn itself on again. */
const SWITCH_KEY = 'inkdigit.records';

/**
 * The history of what was read, as the page uses it.
 *
 * @param {{
 *   shrink: Shrinker['shrink'],
 *   unsureBelow: () => number,
 *   onNotice: (notice: Notice) => void,
 *   onChange: () => void,
 *   onForgotten: () => void,
 *   except?: ReadonlyArray<string>,
 * }} options onChange: the records are others, in whichever tab; onForgotten: everything was forgotten, here or in
 *   another tab, and the page has to be loaded anew; except: keys of `localStorage` that are never forgotten
 */
export function openHistory({ shrink, unsureBelow, onNotice, onChange, onForgotten, except }) {
  const channel = openChannel();
  const records = new Records({
    database: openDatabase(),
    keeping: createKeepSwitch(deviceStorage),
    shrink: (file, size) => smallPicture(file, size, shrink),
    estimate: () => navigator.storage?.estimate() ?? Promise.resolve({}), // not at an address without encryption
    onNotice,
    onChange() {
      channel?.postMessage('changed');
      onChange();
    },
  });
  const autosave = createPageAutosave(records, tabStorage, unsureBelow);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === 'changed') return onChange();
      autosave.drop();
      clearStorage(tabStorage);
      onForgotten();
    };
  }

  return {
    records,
    autosave,
    /** @param {boolean} isOn what has not come to rest is not kept either once it is off */
    setKeeping(isOn) {
      if (!isOn) autosave.drop();
      records.setKeeping(isOn);
    },
    /** @returns {Promise<boolean>} false where something could not be deleted; then nothing is loaded anew */
    async forgetEverything() {
      autosave.drop();
      await records.clear(); // after what is being written
      const isDone = await clearEverything([deviceStorage, tabStorage], except);
      channel?.postMessage('forgotten');
      if (isDone) onForgotten();
      return isDone;
    },
  };
}

/** @returns {BroadcastChannel | null} null where the browser has none, or site data is blocked: then no tab keeps anything */
function openChannel() {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch (error) {
    console.info('Tabs cannot tell each other:', error);
    return null;
  }
}

/**
 * The switch for keeping readings, for all tabs: it is on until a person turns it off.
 *
 * @param {() => Pick<Storage, 'getItem' | 'setItem'>} storage
 */
export function createKeepSwitch(storage) {
  /** The choice for this page alone, where the browser stores nothing. @type {boolean | null} */
  let said = null;
  return {
    /** @returns {boolean} as it is now: another tab may have turned it */
    isOn: () => said ?? readText(storage, SWITCH_KEY) !== 'off',
    /** @param {boolean} isOn */
    turn(isOn) {
      said = write(storage, SWITCH_KEY, isOn ? 'on' : 'off') ? null : isOn;
    },
  };
}

/**
 * Forgets what was written, opened, read, corrected, and how forms look: everything but whether to keep a history. The
 * page has to be loaded anew after it, since it still holds what it shows.
 *
 * @param {ReadonlyArray<() => Storage>} storages
 * @param {ReadonlyArray<string>} [except] keys of settings that stay, such as the language
 * @returns {Promise<boolean>} false where something could not be deleted
 */
async function clearEverything(storages, except = []) {
  // At once, so that a tab that is loaded anew meanwhile finds nothing.
  for (const storage of storages) clearStorage(storage, [SWITCH_KEY, ...except]);
  try {
    await clearDatabase();
    return true;
  } catch (error) {
    console.warn('Not everything could be forgotten:', error);
    return false;
  }
}

/**
 * @param {() => Storage} open
 * @param {ReadonlyArray<string>} kept
 */
function clearStorage(open, kept = [SWITCH_KEY]) {
  try {
    const storage = open();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys) if (key.startsWith(PREFIX) && !kept.includes(key)) storage.removeItem(key);
  } catch (error) {
    console.info('There is no storage to clear:', error); // what is blocked holds nothing
  }
}
