import { NAME } from './database.js';
import { SWITCH_KEY } from './keep-switch.js';

/** Every database of the page, for browsers that do not tell which there are. */
const DATABASES = [NAME, 'inkdigit-batch-rows', 'inkdigit-batch-pictures', 'inkdigit-forms', 'inkdigit-picture'];
const PREFIX = 'inkdigit';

/**
 * Forgets what was written, opened, read, corrected, and how forms look: everything but whether to keep a history. The
 * page has to be loaded anew after it, since it still holds what it shows.
 *
 * @param {{
 *   storages: ReadonlyArray<() => Storage>,
 *   databases: () => IDBFactory | undefined,
 *   except?: ReadonlyArray<string>,
 * }} surroundings storages and databases are functions, since reading them already throws where they are blocked;
 *   except: keys of settings that stay, such as the language
 * @returns {Promise<boolean>} false where something could not be deleted
 */
export async function forgetEverything({ storages, databases, except = [] }) {
  const kept = [SWITCH_KEY, ...except];
  // At once, so that a tab that is loaded anew meanwhile finds nothing.
  const cleared = storages.map((storage) => clearStorage(storage, kept));
  const emptied = await emptyDatabases(databases).catch((error) => {
    console.warn('Not everything could be forgotten:', error);
    return false;
  });
  return cleared.every(Boolean) && emptied;
}

/**
 * @param {() => Storage} open
 * @param {ReadonlyArray<string>} kept
 * @returns {boolean}
 */
export function clearStorage(open, kept = [SWITCH_KEY]) {
  try {
    const storage = open();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys) if (key.startsWith(`${PREFIX}.`) && !kept.includes(key)) storage.removeItem(key);
    return true;
  } catch (error) {
    console.info('There is no storage to clear:', error);
    return true; // what is blocked holds nothing
  }
}

/** @param {() => IDBFactory | undefined} open @returns {Promise<boolean>} */
async function emptyDatabases(open) {
  const factory = factoryOf(open);
  if (!factory) return true;
  const told = await factory.databases?.().catch(() => null); // refused in some private windows
  const there = told?.map(({ name }) => name ?? '') ?? DATABASES;
  const own = there.filter((name) => name.startsWith(`${PREFIX}-`));
  await Promise.all(own.map((name) => emptyDatabase(factory, name)));
  return true;
}

/** @param {() => IDBFactory | undefined} open */
function factoryOf(open) {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/**
 * Emptied and not deleted, which other tabs and this page's own connections would hold up.
 *
 * @param {IDBFactory} factory
 * @param {string} name
 * @returns {Promise<void>}
 */
function emptyDatabase(factory, name) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let isThere = true;
    request.onupgradeneeded = () => {
      // It is not there, and must not be made: without its table, nothing could be kept in it.
      isThere = false;
      request.transaction?.abort();
    };
    request.onerror = () => (isThere ? reject(request.error) : resolve());
    request.onsuccess = () => {
      const database = request.result;
      const tables = [...database.objectStoreNames];
      if (tables.length === 0) return resolve(database.close());
      const work = database.transaction(tables, 'readwrite');
      for (const table of tables) work.objectStore(table).clear();
      work.oncomplete = () => resolve(database.close());
      work.onabort = work.onerror = () => reject(work.error);
    };
  });
}
