import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Collects the licenses of the packages whose code is part of the site. Vite's own list knows nothing of workers.
 *
 * @param {string} project the folder of package-lock.json and node_modules
 * @returns {Promise<string>} Markdown
 */
export async function licenses(project) {
  const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
  const sections = await Promise.all(
    Object.entries(lock.packages)
      .filter(([folder, { dev }]) => folder && !dev && !folder.includes('types'))
      .map(([folder, about]) => licenseSection(join(project, folder), about)),
  );
  return ['# Licenses of the packages in this site', ...sections].join('\n\n') + '\n';
}

/**
 * @param {string} folder
 * @param {{ version: string, license: string }} about
 * @returns {Promise<string>}
 */
async function licenseSection(folder, { version, license }) {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? await readFile(join(folder, file), 'utf8') : `https://spdx.org/licenses/${license}.html`;
  return `## ${folder.split('node_modules/').at(-1)} ${version}: ${license}\n\n${text.trim()}`;
}
