import { resolve } from 'node:path';
import { build } from 'vite';
import { pageTexts } from './page-texts.js';
import { textsInParts } from './texts-in-parts.js';

/** What others put into their pages beside inkdigit.js, at names that stay. */
export const MODULES = ['ink-digit-pad', 'handwriting'];

/**
 * Builds what others embed by itself: it shares nothing with the page but the reader, which it imports from beside it.
 *
 * @param {string} web the folder of the sources
 * @param {string} [folder] that it is written to, if any
 */
export function buildEmbedded(web, folder) {
  const entry = Object.fromEntries(MODULES.map((name) => [name, resolve(web, 'embed', `${name}.js`)]));
  return buildApart(web, folder, {
    lib: { entry, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true } },
  });
}

/**
 * Builds the page that shows it.
 *
 * @param {string} web the folder of the sources
 * @param {string} folder that it is written to
 */
function buildDemo(web, folder) {
  return buildApart(web, folder, {
    modulePreload: false,
    rolldownOptions: {
      input: { embed: resolve(web, 'embed.html') },
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  });
}

/**
 * @param {string} web
 * @param {string | undefined} folder
 * @param {import('vite').BuildOptions} options
 * @returns {Promise<import('vite').Rolldown.RolldownOutput>}
 */
async function buildApart(web, folder, options) {
  const built = await build({
    configFile: false,
    root: web,
    base: './',
    logLevel: 'warn',
    plugins: [
      pageTexts(resolve(web, 'texts/en.json')),
      textsInParts(`${resolve(web, 'texts')}/`, []),
      { name: 'inkdigit-beside', enforce: 'pre', resolveId: besideIt },
    ],
    build: { ...options, write: Boolean(folder), outDir: folder, emptyOutDir: false, copyPublicDir: false },
  });
  return /** @type {import('vite').Rolldown.RolldownOutput} */ ([built].flat()[0]);
}

/** @param {string} source */
function besideIt(source) {
  const [, name] = /^\.\.?\/(inkdigit|ink-digit-pad)\.js$/.exec(source) ?? [];
  return name ? { id: `./${name}.js`, external: true } : null;
}

/**
 * @param {string} web the folder of the sources
 * @returns {import('vite').Plugin} that puts it into the site
 */
export function embedded(web) {
  return {
    name: 'inkdigit-embedded',
    apply: 'build',
    /** @param {{ dir?: string }} output */
    async writeBundle({ dir }) {
      if (!dir) return;
      await buildEmbedded(web, dir);
      await buildDemo(web, dir);
    },
  };
}
