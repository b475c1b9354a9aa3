import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'vite';
import config from '../../vite.config.js';
import { siteFiles } from '../vite/site-files.js';
import budgets from './sizes.json' with { type: 'json' };

/**
 * @import { Rolldown } from 'vite'
 * @typedef {Rolldown.OutputChunk | Rolldown.OutputAsset} File of a built site
 * @typedef {Record<keyof typeof budgets, number>} Sizes bytes, compressed as hosts send them
 */

const LANGUAGE = /\/web\/texts\/[a-z]+\.json$/;

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
  const scripts = files.filter((file) => file.type === 'chunk');
  const isPage = (/** @type {Rolldown.OutputChunk} */ { name }) => name === 'index';
  const first = new Set([...reached(scripts, isPage)].map(({ fileName }) => fileName));
  const styles = scripts.filter(({ fileName }) => first.has(fileName)).flatMap(stylesOf);
  const later = scripts.filter(({ fileName, name }) => !first.has(fileName) && name !== 'inkdigit');
  const isLanguage = (/** @type {Rolldown.OutputChunk} */ { facadeModuleId }) => LANGUAGE.test(facadeModuleId ?? '');

  const [page, reader, engine, digits, strings] = await Promise.all([
    sum(files, ({ fileName }) => fileName === 'index.html' || first.has(fileName) || styles.includes(fileName)),
    sum(files, ({ fileName }) => /^inkdigit\.js$|^assets\/worker-/.test(fileName)),
    sum(files, ({ fileName }) => fileName.endsWith('.wasm')),
    networkSize('web/model'),
    networkSize('web/model/strings'),
  ]);
  return {
    page,
    reader,
    engine,
    'digits network': digits,
    'first visit': page + reader + engine + digits,
    'strings network': strings,
    'largest later script': await largest(later.filter((script) => !isLanguage(script))),
    'largest language': await largest(later.filter(isLanguage)),
  };
}

/**
 * @param {Rolldown.OutputChunk[]} scripts
 * @param {(script: Rolldown.OutputChunk) => boolean} isFirst
 * @returns {Set<Rolldown.OutputChunk>} the first ones and what they import at once
 */
function reached(scripts, isFirst) {
  const found = new Set(scripts.filter(isFirst));
  for (const script of found) {
    for (const each of scripts) if (script.imports.includes(each.fileName)) found.add(each);
  }
  return found;
}

/** @param {Rolldown.OutputChunk} script @returns {string[]} */
const stylesOf = ({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])];

/** @param {string} folder of an exported network, of which the page fetches the card, the graph and the weights */
async function networkSize(folder) {
  const names = (await siteFiles(folder)).filter((name) => /^(card\.json|model\.json|.*\.bin)$/.test(name));
  const sizes = names
    .filter((name) => !name.includes('/'))
    .map(async (name) => compressedSize(await readFile(`${folder}/${name}`)));
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

/** @param {File[]} files @param {(file: File) => boolean} isCounted */
async function sum(files, isCounted) {
  const sizes = await Promise.all(files.filter(isCounted).map((file) => compressedSize(contentOf(file))));
  return sizes.reduce((a, b) => a + b, 0);
}

/** @param {Rolldown.OutputChunk[]} scripts */
const largest = async (scripts) =>
  Math.max(0, ...(await Promise.all(scripts.map((file) => compressedSize(contentOf(file))))));

/** @param {File} file */
const contentOf = (file) => Buffer.from(file.type === 'chunk' ? file.code : file.source);

/** @param {Buffer} content */
const compressedSize = async (content) => (await promisify(brotliCompress)(content)).length;
