import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFiles } from './site-files.js';

/** The page never asks for these: instructions for hosts, what only search engines, people and compilers read, and what others embed. */
const NOT_FOR_THE_PAGE =
  /^(_headers|404\.html|licenses\.md|.*\.d\.ts|\.nojekyll|embed\..*|ink-digit-pad\.js|handwriting\.js|own-reader\.js)$/;
/** Few pages ever ask for these, which open PDFs: the service worker keeps them from then on. */
export const FOR_FEW = /^assets\/(pdf-worker|jbig2|openjpeg)-/;
/** Vite's names for files whose content decides the name. */
const HASHED = /^assets\//;

/**
 * Lists what the service worker must hold before the site works offline, or what it keeps once that was asked for.
 *
 * Workbox's own tools write no `integrity`. Without it a proxy's error page, a truncated body or a half-finished deploy
 * would be kept as if it were the file; with it the browser refuses the body, and so the installation.
 *
 * @param {string} folder the built site, before its service worker and its compressed versions are written
 * @param {{ areForFew?: boolean }} [which]
 * @returns {Promise<{ url: string, revision: string | null, integrity: string }[]>}
 */
export async function precacheManifest(folder, { areForFew = false } = {}) {
  const files = (await siteFiles(folder)).filter(
    (file) => !NOT_FOR_THE_PAGE.test(file) && FOR_FEW.test(file) === areForFew,
  );
  return Promise.all(
    files.map(async (url) => {
      const hash = createHash('sha384').update(await readFile(join(folder, url)));
      const digest = hash.digest('base64');
      // A revision makes Workbox fetch past the browser's HTTP cache, which a hashed name does not need.
      return { url, revision: HASHED.test(url) ? null : digest.slice(0, 16), integrity: `sha384-${digest}` };
    }),
  );
}
