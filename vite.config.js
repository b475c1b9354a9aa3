import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bootCheck } from './tools/vite/boot-check.js';
import { declarations } from './tools/vite/declarations.js';
import { embedded } from './tools/vite/embedded.js';
import { licenses } from './tools/vite/licenses.js';
import { offlineSite } from './tools/vite/offline-site.js';
import { pageTexts } from './tools/vite/page-texts.js';
import { prunedWasm } from './tools/vite/pruned-wasm.js';
import { sourceLinks, sourceOf } from './tools/vite/source-links.js';
import { textsInParts } from './tools/vite/texts-in-parts.js';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const version = process.env.INKDIGIT_VERSION ?? JSON.parse(readFileSync(path('package.json'), 'utf8')).version;

/** @param {string} network its folder @returns {string} its card's SHA-256 */
const cardDigest = (network) =>
  createHash('sha256')
    .update(readFileSync(path(`web/model/${network}card.json`)))
    .digest('hex');

/** Sections of the texts, or beginnings of keys, that nothing tells before a view, a panel or a picture is opened. */
const LATER_TEXTS = [
  'about',
  'batch',
  'camera',
  'card',
  'check',
  'correct',
  'explain',
  'form',
  'guide',
  'hands',
  'history',
  'limits',
  'opened',
  'problem.camera-',
  'problem.picture-',
  'problem.storage-',
  'records',
  'saving',
  'settings',
  'sheet',
  'teach',
  'testing',
  'why',
  'writing',
];

/** Sections of what others embed: tools/vite/embedded.js. */
const TEXTS_APART = ['embed', 'ownPad', 'ownRead'];

export default defineConfig({
  root: path('web'),
  base: './', // the site works below any path
  define: {
    __INKDIGIT_VERSION__: JSON.stringify(version),
    __CARDS__: JSON.stringify(['', 'strings/', 'labels/'].map(cardDigest)),
  },
  assetsInclude: ['**/*.bin'],
  resolve: {
    // TensorFlow.js without what only training, or another model, would need: a third of its code.
    alias: [
      { find: /^@tensorflow\/tfjs-core$/, replacement: path('tools/vite/tfjs-core.js') },
      { find: /^.*\/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/, replacement: path('tools/vite/no-threads.js') },
    ],
  },
  worker: { format: 'es', plugins: () => [prunedWasm()] },
  build: {
    outDir: path('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // data: URLs can neither be fetched under the content security policy nor cached by name
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: path('web/index.html'), inkdigit: path('web/inkdigit.js') },
      preserveEntrySignatures: 'exports-only', // other people's pages import what inkdigit.js exports
      output: {
        entryFileNames: ({ name }) => (name === 'inkdigit' ? 'inkdigit.js' : 'assets/[name]-[hash].js'),
        // All that the page needs at once comes in one file, also where a later view needs part of it: each request
        // more costs a kilobyte of headers, and small files compress worse.
        codeSplitting: {
          groups: [{ name: 'index', test: /\/web\/main\.js$/, includeDependenciesRecursively: true }],
        },
      },
    },
  },
  plugins: [
    pageTexts(path('web/texts/en.json')),
    sourceLinks(sourceOf(process.env)),
    bootCheck(path('web/boot.js')),
    textsInParts(path('web/texts/'), LATER_TEXTS, TEXTS_APART),
    {
      name: 'inkdigit-licenses',
      async generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: await licenses(path('.')) });
      },
    },
    {
      name: 'inkdigit-types',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'inkdigit.d.ts', source: declarations(path('.'), 'inkdigit') });
      },
    },
    embedded(path('web')),
    offlineSite({ source: path('web/sw.js'), version }),
  ],
});
