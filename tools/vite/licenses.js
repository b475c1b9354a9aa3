import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Packages that come without the text of their license: whose they are. */
const OWNERS = new Map([
  ['seedrandom', 'Copyright 2019 David Bau'],
  ['tr46', 'Copyright (c) 2016 Sebastian Mayr'],
]);

/** What is compiled into their WebAssembly. */
const PARTS = new Map([
  ['pdfjs-dist', ['JBIG2', 'PDFJS_JBIG2', 'OPENJPEG', 'PDFJS_OPENJPEG'].map((part) => `wasm/LICENSE_${part}`)],
]);

/** What is compiled into TensorFlow.js' WebAssembly, and the data that the networks learned from, which no package names. */
const NOTICES = new URL('notices.md', import.meta.url);

/**
 * Collects the licenses of all that the site is made of: its own, those of the packages whose code is part of it (Vite's own
 * list knows nothing of workers), and of what these and the networks were made from.
 *
 * @param {string} project the folder of package-lock.json and node_modules
 * @returns {Promise<string>} Markdown
 */
export async function licenses(project) {
  const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
  const own = (await readFile(join(project, 'LICENSE'), 'utf8')).trim();
  const sections = await Promise.all(
    Object.entries(lock.packages)
      .filter(([folder, { dev, optional }]) => folder && !dev && !optional && !folder.includes('types'))
      .map(([folder, about]) => licenseSection(join(project, folder), about, own)),
  );
  const notices = (await readFile(NOTICES, 'utf8')).trim();
  return ['# Licenses', `## Inkdigit: MIT\n\n${own}`, ...sections, notices].join('\n\n') + '\n';
}

/**
 * @param {string} folder
 * @param {{ version: string, license: string }} about
 * @param {string} mit the text of that license, with another owner
 * @returns {Promise<string>}
 */
async function licenseSection(folder, { version, license }, mit) {
  const name = folder.split('node_modules/').at(-1) ?? '';
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const owner = OWNERS.get(name);
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : owner && license === 'MIT'
      ? mit.replace(/^Copyright.*$/m, owner)
      : `https://spdx.org/licenses/${license}.html`;
  const parts = (PARTS.get(name) ?? []).map((part) => readFile(join(folder, part), 'utf8'));
  const texts = [text, ...(await Promise.all(parts))].map((each) => each.trim());
  return `## ${name} ${version}: ${license}\n\n${texts.join('\n\n')}`;
}
