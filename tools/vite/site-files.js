import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Lists the files below a folder.
 *
 * @param {string} folder
 * @returns {Promise<string[]>} paths relative to the folder, with '/', sorted, so that equal sites give equal builds
 */
export async function siteFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
