import preprocessing from '../preprocessing.json' with { type: 'json' };
import { Problem } from '../problem.js';
import cardUrl from '../../model/card.json?url';
import weightsUrl from '../../model/group1-shard1of1.bin?url';
import modelUrl from '../../model/model.json?url';
import labelsCardUrl from '../../model/labels/card.json?url';
import labelsWeightsUrl from '../../model/labels/group1-shard1of1.bin?url';
import labelsModelUrl from '../../model/labels/model.json?url';
import stringsCardUrl from '../../model/strings/card.json?url';
import stringsWeightsUrl from '../../model/strings/group1-shard1of1.bin?url';
import stringsModelUrl from '../../model/strings/model.json?url';

/** The build knows each card's SHA-256, and a card those of the other files. */
const [digits, strings, labels] = __CARDS__;

/** Each network has three files: its card, its graph and its weights. */
export const DIGITS = { digest: digits, urls: [cardUrl, modelUrl, weightsUrl] };
export const STRINGS = { digest: strings, urls: [stringsCardUrl, stringsModelUrl, stringsWeightsUrl] };
export const LABELS = { digest: labels, urls: [labelsCardUrl, labelsModelUrl, labelsWeightsUrl] };

/**
 * @typedef {{ ink: [number, number][][], probabilities: number[] }} Sample ink, and how it must read
 * @typedef {{
 *   version: string,
 *   preprocessing: number,
 *   temperature: number,
 *   thresholds: { unsure: number },
 *   potentials?: import('../lines/potentials.js').Potentials,
 *   files: Record<string, string>,
 *   samples: Sample[],
 *   [detail: string]: unknown,
 * }} Card what is known about the model; `files` holds a SHA-256 for each
 * @typedef {{
 *   modelTopology: object,
 *   signature: { outputs: Record<string, { name: string }> },
 *   weightsManifest: { weights: import('@tensorflow/tfjs-core').io.WeightsManifestEntry[] }[],
 * }} GraphFile TensorFlow.js' model.json
 * @typedef {{ card: Card, model: GraphFile, weights: ArrayBuffer }} ModelFiles
 */

/**
 * Fetch a network's three files and see that they belong together and to this page. What arrives altered, or lies so in a
 * cache, is fetched anew, once.
 *
 * @param {typeof DIGITS} network `DIGITS`, `STRINGS` or `LABELS`
 * @returns {Promise<ModelFiles>}
 * @throws {Error} if a file is missing, altered, or made for another preprocessing
 */
export const fetchModelFiles = (network) => fetchFiles(network, 'default').catch(() => fetchFiles(network, 'reload'));

/**
 * @param {typeof DIGITS} network
 * @param {RequestCache} cache
 * @returns {Promise<ModelFiles>}
 */
async function fetchFiles({ digest, urls }, cache) {
  const [card, model, weights] = await Promise.all(urls.map((url) => fetchBytes(url, cache)));
  /** @type {Card} */
  const known = parse(card);
  if (!known?.files) throw damaged(new Error('card.json is none'));
  if (known.preprocessing !== preprocessing.version) {
    const values = { model: known.preprocessing, page: preprocessing.version };
    const words =
      `The model was trained for preprocessing ${values.model}, and this page has ${values.page}: ` +
      'reload the page, or export the model again.';
    throw new Problem('model-preprocessing', words, { values });
  }
  await Promise.all([
    verify('card', digest, card),
    verify('graph', known.files['model.json'], model),
    verify('weights', known.files['group1-shard1of1.bin'], weights),
  ]);
  return { card: known, model: parse(model), weights };
}

/**
 * @param {string} url
 * @param {RequestCache} cache
 * @returns {Promise<ArrayBuffer>}
 */
async function fetchBytes(url, cache) {
  let status;
  try {
    const response = await fetch(url, { cache });
    if (response.ok) return await response.arrayBuffer();
    ({ status } = response);
  } catch (cause) {
    throw notFetched(cause);
  }
  throw new Problem('model-status', `The model could not be fetched (${status}): try again later.`, {
    values: { status: String(status) },
  });
}

/**
 * @template T
 * @param {Promise<T>} imported code that goes with a network, and is not needed at once
 * @returns {Promise<T>}
 * @throws {Problem} if it cannot be fetched
 */
export async function fetchLater(imported) {
  try {
    return await imported;
  } catch (cause) {
    throw notFetched(cause);
  }
}

/** @param {unknown} cause */
const notFetched = (cause) =>
  new Problem('model-fetch', 'The model could not be fetched: check the connection and try again.', { cause });

/** @param {ArrayBuffer} bytes */
function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged(cause);
  }
}

/** @param {string} name of the file @param {string} digest that it is to have @param {ArrayBuffer} bytes */
async function verify(name, digest, bytes) {
  const found = Array.from(await digestOf(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== digest) throw damaged(new Error(`${name} has SHA-256 ${found}`));
}

/** @param {ArrayBuffer} bytes @returns {Promise<Uint8Array>} their SHA-256 */
async function digestOf(bytes) {
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  // Over plain http, other than from this machine, browsers offer none.
  const { sha256 } = await fetchLater(import('@noble/hashes/sha2.js'));
  return sha256(new Uint8Array(bytes));
}

/** @param {unknown} cause */
const damaged = (cause) => new Problem('model-damaged', 'The model is damaged: try again later.', { cause });
