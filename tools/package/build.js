/**
 * Makes the npm package from the site's own sources: `npm run package -- FOLDER` (package/ unless told). What bundlers take in lies
 * at names that stay; the worker is one file, since not every bundler parts a worker.
 */

import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import config from '../../vite.config.js';
import { declarations } from '../vite/declarations.js';
import { buildEmbedded, MODULES } from '../vite/embedded.js';
import { licenses } from '../vite/licenses.js';
import { prunedWasm } from '../vite/pruned-wasm.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const START = fileURLToPath(new URL('./start-worker.js', import.meta.url));

/** Files that the code names stay files. @type {import('vite').Plugin} */
const namedFiles = {
  name: 'inkdigit-named-files',
  enforce: 'pre',
  async load(id) {
    const [file, query] = id.split('?');
    if (query !== 'url') return undefined;
    const reference = this.emitFile({ type: 'asset', name: basename(file), source: await readFile(file) });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
};

/** @type {import('vite').Plugin} */
const startInPackage = {
  name: 'inkdigit-start-in-package',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/start-worker.js') ? START : null),
  // Vite is to leave its form alone here, and to see it where the package is used.
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/\s*\/\* @vite-ignore \*\/\s*/, '');
    }
  },
};

/**
 * As a library: Vite then adds nothing of its own, which bundlers would not understand.
 *
 * @param {string} folder
 * @param {string} name of the module
 * @param {string} source in web/
 */
async function buildOne(folder, name, source) {
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    // TensorFlow.js asks for it to know Node.js by; webpack answers that it is there.
    define: { ...config.define, __filename: 'undefined' },
    plugins: [prunedWasm(), namedFiles, startInPackage],
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: { [name]: resolve(PROJECT, 'web', source) }, formats: ['es'] },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          codeSplitting: false,
          minify: true,
        },
      },
    },
  });
}

/** @param {{ version: string, description: string, license: string }} about the project's own package.json */
const describe = ({ version, description, license }) => ({
  name: 'inkdigit',
  version,
  description,
  license,
  type: 'module',
  keywords: ['handwriting', 'digits', 'recognition', 'custom-element', 'offline'],
  exports: Object.fromEntries(
    ['inkdigit', ...MODULES].map((name) => [
      name === 'inkdigit' ? '.' : `./${name}`,
      { types: `./${name}.d.ts`, default: `./${name}.js` },
    ]),
  ),
  types: './inkdigit.d.ts',
  sideEffects: ['./ink-digit-pad.js'],
});

/** @param {string} folder that is made anew */
async function makePackage(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await buildOne(folder, 'worker', 'reader/worker.js');
  await buildOne(folder, 'inkdigit', 'inkdigit.js');
  await buildEmbedded(resolve(PROJECT, 'web'), folder);
  const about = JSON.parse(await readFile(resolve(PROJECT, 'package.json'), 'utf8'));
  await writeFile(resolve(folder, 'package.json'), `${JSON.stringify(describe(about), null, 2)}\n`);
  await writeFile(resolve(folder, 'licenses.txt'), await licenses(PROJECT));
  for (const [name, source] of [['inkdigit', 'inkdigit'], ...MODULES.map((each) => [each, `embed/${each}`])]) {
    await writeFile(resolve(folder, `${name}.d.ts`), declarations(PROJECT, source));
  }
  await copyFile(resolve(PROJECT, 'LICENSE'), resolve(folder, 'LICENSE'));
  await copyFile(resolve(PROJECT, 'docs/embedding.md'), resolve(folder, 'README.md'));
}

await makePackage(resolve(process.argv[2] ?? 'package'));
