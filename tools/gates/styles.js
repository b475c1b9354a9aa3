import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { siteFiles } from '../vite/site-files.js';

const MAY_IMPORT = /\.(js|css|html)$/;

/**
 * @param {string} folder the project's
 * @returns {Promise<{ path: string, text: string }[]>} the files of web/ that may import a style sheet
 */
export async function readImporters(folder) {
  const names = (await siteFiles(posix.join(folder, 'web'))).filter((name) => MAY_IMPORT.test(name));
  return Promise.all(
    names.map(async (name) => ({ path: `web/${name}`, text: await readFile(posix.join(folder, 'web', name), 'utf8') })),
  );
}

/**
 * A style sheet that nothing imports is missing from the site, and no other tool says so.
 *
 * @param {{ path: string, text: string }[]} files
 * @returns {string[]} problems
 */
export function unusedStyles(files) {
  const imported = new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/['"]([^'"]+\.css)['"]/g)].map(([, name]) => posix.join(posix.dirname(path), name)),
    ),
  );
  return files
    .filter(({ path }) => path.endsWith('.css') && !imported.has(path))
    .map(({ path }) => `${path} is imported by nothing: import it where its classes are used, or remove it.`);
}
