import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { siteFiles } from '../vite/site-files.js';

/** A path as sentences write it; one with a star, a brace or a gap to fill stands for many. */
const PATH = /(?<![\w./~-])(?:web|training|tests|bench|tools|docs|requirements|\.github)\/[\w./-]*(?![\w*{<$(/-])/g;
const LINK = /\]\((?![a-z]+:|#)([^)#\s]+)/g;

/**
 * Finds paths that the documentation names and that do not exist.
 * @param {string} folder the project's
 */
export async function checkPaths(folder) {
  const names = [
    ...(await readdir(folder)).filter((name) => name.endsWith('.md')),
    ...(await markdownIn(folder, 'docs')),
    ...(await markdownIn(folder, '.github')),
  ];
  const found = await Promise.all(
    names.map(async (name) =>
      missingPaths(await readFile(posix.join(folder, name), 'utf8'), name, (path) =>
        existsSync(posix.join(folder, path)),
      ),
    ),
  );
  return { problems: found.flat(), notes: [`the paths in ${names.length} documents`] };
}

/**
 * @param {string} text
 * @param {string} name of the document, to which its links are relative
 * @param {(path: string) => boolean} exists
 */
export function missingPaths(text, name, exists) {
  const named = [...text.matchAll(PATH)].map(([path]) => path.replace(/[.]+$/, ''));
  const linked = [...text.matchAll(LINK)].map(([, path]) => posix.join(posix.dirname(name), path));
  return [...new Set([...named, ...linked])]
    .filter((path) => !exists(path))
    .map((path) => `${name} names ${path}, which does not exist: was it moved?`);
}

/** @param {string} folder @param {string} name */
async function markdownIn(folder, name) {
  if (!existsSync(posix.join(folder, name))) return [];
  const files = await siteFiles(posix.join(folder, name));
  return files.filter((file) => file.endsWith('.md')).map((file) => `${name}/${file}`);
}
