/**
 * The exported networks in Node.js, for tests and measures of everything around them. The page's are
 * `web/reader/network/networks.js`: the same files and library, fetched there as a browser does.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJudge } from '../web/reader/lines/potentials.js';
import { createClassifier } from '../web/reader/network/classifier.js';
import { createGraph } from '../web/reader/network/graph.js';
import { createLabeler, LABELER_OPERATIONS } from '../web/reader/network/labeler.js';
import { createStringReader } from '../web/reader/network/string-reader.js';

// Not by `import`, which a bundler would lead to the browser's cut-down build.
const require = createRequire(import.meta.url);

export const SHIPPED = fileURLToPath(new URL('../web/model', import.meta.url));
export const STRINGS = join(SHIPPED, 'strings');
export const LABELS = join(SHIPPED, 'labels');

/**
 * @param {string} [folder] of the network for digits: model.json, its weights, and a card that tells its temperature
 * @param {string} [strings] of the network for strings, the same
 * @param {string} [labels] of the network that labels pixels
 * @returns {Promise<import('../web/reader/read-image.js').Networks & { judge: import('../web/reader/lines/potentials.js').Judge } & Pick<ReturnType<typeof createClassifier>, 'see'>>}
 */
export async function createNodeNetworks(folder = SHIPPED, strings = STRINGS, labels = LABELS) {
  const tf = require('@tensorflow/tfjs-core');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${require.resolve('@tensorflow/tfjs-backend-wasm').replace(/[^/\\]*$/, '')}`);
  await tf.setBackend('wasm');
  const [digits, several, pixels] = [folder, strings, labels].map(readFiles);
  const classifier = createClassifier(load(digits), digits);
  const judge = createJudge(classifier.scores, digits.card);
  return {
    classify: classifier.classify,
    see: classifier.see,
    signOf: classifier.signOf,
    judge,
    notation: judge.notation,
    ...createStringReader(load(several), several),
    label: createLabeler(load(pixels, LABELER_OPERATIONS), pixels),
  };
}

/** @param {string} folder @returns {import('../web/reader/network/model-files.js').ModelFiles} */
export function readFiles(folder) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name));
  return {
    card: JSON.parse(read('card.json').toString()),
    model: JSON.parse(read('model.json').toString()),
    weights: Uint8Array.from(read('group1-shard1of1.bin')).buffer,
  };
}

/**
 * @param {import('../web/reader/network/model-files.js').ModelFiles} files
 * @param {import('../web/reader/network/graph.js').Operations} [operations]
 * @returns {import('../web/reader/network/networks.js').Network}
 */
function load({ model, weights }, operations) {
  const tf = require('@tensorflow/tfjs-core');
  const described = model.weightsManifest.flatMap((group) => group.weights);
  return createGraph(model, tf.io.decodeWeights(weights, described), tf.engine(), operations);
}
