import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { siteFiles } from '../vite/site-files.js';

/** @typedef {{ path: string, lines: number, importers?: number }} Code */

const FOLDERS = ['web', 'training', 'tools', 'tests', 'bench'];
const CODE = /\.(js|cjs|py|css)$/;
const MOST_LINES = 250;
const MOST_FILES = 25;
/** A file as short as this that only one other imports wants to live there. */
const FEW_LINES = 45;

/**
 * @param {string} folder the project's
 * @returns {Promise<Code[]>} its code, by path
 */
export async function readCode(folder) {
  const top = (await readdir(folder)).filter((name) => CODE.test(name));
  const below = FOLDERS.map(async (name) =>
    (await siteFiles(posix.join(folder, name))).map((path) => `${name}/${path}`),
  );
  const paths = [...top, ...(await Promise.all(below)).flat()].filter((path) => CODE.test(path));
  return Promise.all(
    paths.map(async (path) => ({
      path,
      lines: (await readFile(posix.join(folder, path), 'utf8')).split('\n').length - 1,
    })),
  );
}

/**
 * Looks at how long files are and how many lie in one folder.
 *
 * @param {Code[]} code
 * @param {string[]} [known] paths of files that are too long and are to be parted
 */
export function checkFiles(code, known = []) {
  const long = code.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => ({ path, lines }));
  const web = code.filter(({ path }) => path.startsWith('web/'));
  const folders = countByFolder(web);
  const short = web.filter(({ lines, importers }) => lines < FEW_LINES && importers === 1);
  return {
    problems: [
      ...long
        .filter(({ path }) => !known.includes(path))
        .map(
          ({ path, lines }) => `${path} has ${lines} lines, of at most ${MOST_LINES}: look for the second idea in it.`,
        ),
      ...known
        .filter((path) => !long.some((each) => each.path === path))
        .map((path) => `${path} is no longer too long: take it off the list of known ones.`),
      ...folders
        .filter(({ count }) => count > MOST_FILES)
        .map(({ folder, count }) => `${folder}/ holds ${count} files flat, of at most ${MOST_FILES}: part it.`),
    ],
    notes: [
      `${web.filter(({ path }) => path.endsWith('.js')).length} JavaScript files in web/`,
      `at most ${folders[0]?.count ?? 0} files flat in a folder (${folders[0]?.folder})`,
    ],
    warnings: short.map(({ path, lines }) => `${path} has ${lines} lines and one importer: does it live better there?`),
  };
}

/** @param {Code[]} code @returns {{ folder: string, count: number }[]} the fullest first */
function countByFolder(code) {
  const counts = new Map();
  for (const { path } of code) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].map(([folder, count]) => ({ folder, count })).sort((a, b) => b.count - a.count);
}
