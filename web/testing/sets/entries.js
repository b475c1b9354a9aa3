import { unzipSync } from 'fflate';
import { megabytes, MOST_BYTES, problemOf, readContent } from './content.js';

/**
 * The files of a set: those that were chosen, and in place of a zip what it holds.
 *
 * @typedef {{ file: Blob, path: string }} Chosen path: with its folders, where a folder was chosen
 * @typedef {{ path: string, blob: () => Blob }} Entry
 */

/** What systems leave in folders and archives, and what is hidden there. */
const NO_DATA = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;

/**
 * @param {Chosen[]} files
 * @param {(share: number) => void} onShare of the archives that has been read, 0..1
 * @returns {Promise<Entry[]>}
 * @throws {Problem} an archive is broken, or holds too much
 */
export async function listEntries(files, onShare) {
  /** @type {Entry[]} */
  const entries = [];
  for (const { file, path } of files) {
    if (NO_DATA.test(path)) continue;
    if (!(await isZip(file))) entries.push({ path, blob: () => file });
    else entries.push(...unzip(await readContent(file, path, onShare), path));
  }
  return entries;
}

/** @param {Blob} file .npz is one, too */
async function isZip(file) {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} name @returns {Entry[]} */
function unzip(bytes, name) {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name: path, originalSize }) {
        if (path.endsWith('/') || NO_DATA.test(path)) return false;
        total += originalSize;
        // Told by the archive's list, before memory is taken: what is unpacked is never larger than announced there.
        if (total > MOST_BYTES) throw problemOf('testing.problem.large', { name, most: megabytes(MOST_BYTES) });
        return true;
      },
    });
    return Object.entries(files).map(([path, content]) => ({
      path,
      blob: () => new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (content)]),
    }));
  } catch (error) {
    if (total > MOST_BYTES) throw error;
    throw problemOf('testing.problem.zip', { name }, error);
  }
}
