import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'vite';
import config from '../../vite.config.js';
import { buildEmbedded } from '../vite/embedded.js';
import { FOR_FEW } from '../vite/precache-manifest.js';
import budgets from './sizes.json' with { type: 'json' };

/**
 * @import { Rolldown } from 'vite'
 * @typedef {Rolldown.OutputChunk | Rolldown.OutputAsset} File of a built site
 * @typedef {Record<keyof typeof budgets, number>} Sizes bytes, compressed as hosts send them
 */

/** Bytes of the headers of an answer of server.py: a file more costs them, too. */
const HEADERS = 1006;
const LANGUAGE = /\/web\/texts\/[a-z]+\.json(\?later)?$/;

/** Builds the site and holds the size of each part against its budget in sizes.json. */
export async function checkSizes() {
  return compareSizes(await measureSizes(await buildSite()), budgets);
}

/**
 * @param {Record<string, number>} sizes
 * @param {Record<string, number>} allowed
 */
export function compareSizes(sizes, allowed) {
  const parts = Object.entries(sizes);
  const tell = (/** @type {number} */ bytes) => bytes.toLocaleString('en');
  const problems = parts
    .filter(([part, size]) => size > (allowed[part] ?? 0))
    .map(
      ([part, size]) =>
        `${part}: ${tell(size)} bytes, of at most ${tell(allowed[part] ?? 0)}. ` +
        'Import later what is not needed at once, or raise tools/gates/sizes.json and say in the commit what it is worth.',
    );
  return {
    problems,
    notes: parts.map(([part, size]) => `${part}: ${tell(size)} of ${tell(allowed[part] ?? 0)} bytes`),
  };
}

/** @returns {Promise<File[]>} the site but for its service worker, which nobody waits for */
async function buildSite() {
  const plugins = config.plugins?.filter((plugin) => !isNamed(plugin, 'inkdigit-offline-site'));
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    plugins,
    build: { ...config.build, write: false },
  });
  return /** @type {Rolldown.RolldownOutput} */ (built).output;
}

/** @param {unknown} plugin @param {string} name */
const isNamed = (plugin, name) => /** @type {{ name?: string } | null} */ (plugin)?.name === name;

/** @param {File[]} files @returns {Promise<Sizes>} */
async function measureSizes(files) {
  const html = files.find(({ fileName }) => fileName === 'index.html');
  if (!html) throw new Error('The build has no index.html.');
  const named = contentOf(html).toString();
  const isOfPage = (/** @type {File} */ file) => file === html || named.includes(`"./${file.fileName}"`);
  const later = files.filter((file) => file.type === 'chunk' && file.name !== 'inkdigit' && !isOfPage(file));
  const isLanguage = (/** @type {File} */ file) => file.type === 'chunk' && LANGUAGE.test(file.facadeModuleId ?? '');

  const { output: embedded } = await buildEmbedded('web');
  const page = await sizesOf(files.filter(isOfPage));
  const reader = await sizesOf(files.filter(({ fileName }) => /^inkdigit\.js$|^assets\/worker-/.test(fileName)));
  const engine = await sizesOf(files.filter(({ fileName }) => /tfjs.*\.wasm$/.test(fileName)));
  const digits = await networkSizes('web/model');
  const first = [...page, ...reader, ...engine, ...digits];
  return {
    page: sum(page),
    reader: sum(reader),
    engine: sum(engine),
    'digits network': sum(digits),
    'first visit': sum(first) + first.length * HEADERS,
    'strings network': sum(await networkSizes('web/model/strings')),
    'labels network': sum(await networkSizes('web/model/labels')),
    'largest later script': Math.max(...(await sizesOf(later.filter((file) => !isLanguage(file))))),
    'largest language': Math.max(...(await sizesOf(later.filter(isLanguage)))),
    'PDF pages': sum(await sizesOf(files.filter(({ fileName }) => FOR_FEW.test(fileName)))),
    'embedded pad': sum(await sizesOf(embedded.filter(({ fileName }) => fileName === 'ink-digit-pad.js'))),
  };
}

/** @param {string} folder of an exported network, of which the page fetches the card, the graph and the weights */
async function networkSizes(folder) {
  const names = (await readdir(folder)).filter((name) => /^(card\.json|model\.json|.*\.bin)$/.test(name));
  return Promise.all(names.map(async (name) => compressedSize(await readFile(`${folder}/${name}`))));
}

/** @param {File[]} files */
const sizesOf = (files) => Promise.all(files.map((file) => compressedSize(contentOf(file))));

/** @param {number[]} sizes */
const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);

/** @param {File} file */
const contentOf = (file) => Buffer.from(file.type === 'chunk' ? file.code : file.source);

/** @param {Buffer} content */
const compressedSize = async (content) => (await promisify(brotliCompress)(content)).length;
