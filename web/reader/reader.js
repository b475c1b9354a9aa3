import { onceMade } from './lazy.js';
import { createClassifier, logitsOf, remember, softmax } from './network/classifier.js';
import { DIGITS, fetchLater, fetchModelFiles } from './network/model-files.js';
import { startNetworks } from './network/networks.js';
import { createJudge } from './lines/potentials.js';
import { readInk } from './read-ink.js';

/**
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {{ stage: 'decode' | 'binarize' | 'segment' | 'read', share: number }} Progress what is being done, and how
 *   much of everything is done, 0..1
 * @typedef {{ signal?: AbortSignal, masks?: string[] }} Options `masks`: the ink is one number that looks like one of
 *   them, '#' being a digit ('##/##/####'); where none fits, it is read freely
 * @typedef {Options & { decimal?: '.' | ',' }} InkOptions `decimal`: what the writer's language has before decimals; a sign
 *   that may be a point as well as a comma is taken for that
 * @typedef {Options & {
 *   area?: import('./ink/rasterize.js').Box,
 *   corners?: import('./ink/rasterize.js').Point[],
 *   print?: import('./alignment/without-print.js').Print,
 *   turned?: number,
 *   isNumber?: boolean,
 *   onProgress?: (progress: Progress) => void,
 * }} ImageOptions `area`: what is read, in pixels of the picture, where it is not all of it, or the sheet that lies in it on a
 *   table; `corners`: the same, of a part that is seen aslant and laid flat first, clockwise from its left top; `print`:
 *   which part of a form's sample those show, whose print is taken out; `turned`: 0, 90, 180 or 270, how many degrees
 *   clockwise it is turned to be read, where it is not to be read from the side from which it reads best;
 *   `isNumber`: what is there is known to be numbers, also where it looks like print or words
 */

/**
 * Everything between ink and reading, in the thread that runs it; `inkdigit.js` offers it to the page from a worker.
 *
 * @param {{ backend: import('./network/networks.js').Backend }} options
 * @throws {Error} if the model cannot be fetched, is damaged, or does not read its own samples
 */
export async function createReader({ backend }) {
  const files = await fetchModelFiles(DIGITS);
  const networks = await startNetworks(backend);
  const { classify, explain, scores, signOf, see } = await networks.start(files, createClassifier);
  const { temperature } = files.card;
  const alone = remember(scores);
  /** @type {import('./hand/hands.js').Hand | null} */
  let hand = null;
  const seen = (/** @type {Float32Array} */ images) => (hand ? hand.scores(images) : alone(images));
  const judge = createJudge(seen, files.card);
  const hands = onceMade(async () => (await fetchLater(import('./hand/hands.js'))).createHands({ see }, files.card));
  const pictureReader = onceMade(async () => {
    const { createPictureReader } = await fetchLater(import('./pictures.js'));
    return createPictureReader({
      start: networks.start,
      classify: (images) => softmax(logitsOf(seen(images)), temperature),
      signOf,
      notation: judge.notation,
    });
  });

  return {
    /** The backend may change: where WebAssembly fails, JavaScript goes on. */
    get info() {
      return { version: __INKDIGIT_VERSION__, backend: networks.backend, model: files.card };
    },
    /**
     * @param {Float32Array} images n * 784
     * @param {{ byHand?: boolean }} [options]
     * @throws {RangeError} if it has another length
     */
    classify: (images, { byHand = false } = {}) =>
      hand && byHand ? softmax(logitsOf(hand.scores(images)), temperature) : classify(images),
    tensors: networks.tensors,
    /** What else can be asked of pictures. */
    pictures: pictureReader,

    /** @param {Float32Array} images n * 784 @returns {Promise<Int8Array>} n * 32 */
    embed: async (images) => (await hands()).embed(images),

    /** @param {import('./hand/teach.js').Given} given @param {Parameters<import('./hand/hands.js').Hands['teach']>[1]} options */
    teach: async (given, options) => (await hands()).teach(given, options),

    /** @param {ReadonlyArray<import('./hand/memory.js').Example>} examples @param {{ layer?: Float32Array | null }} options */
    async setHand(examples, { layer = null }) {
      hand = examples.length > 0 || layer ? (await hands()).withHand(examples, layer) : null;
    },

    /**
     * @param {Float32Array} image 784
     * @returns {import('./network/classifier.js').Explanation}
     * @throws {RangeError} if it has another length
     */
    explain(image) {
      const explanation = explain(image);
      if (!hand) return explanation;
      const probabilities = softmax(logitsOf(hand.scores(image)), temperature);
      return { ...explanation, hand: { ...hand.explain(image), probabilities } };
    },

    /**
     * @param {ReadonlyArray<import('./ink/rasterize.js').Stroke>} ink
     * @param {InkOptions} [options]
     * @returns {Reading}
     */
    readInk: (ink, options = {}) => readInk(ink, judge, options),

    /**
     * @param {Blob | ImageBitmap | ImageData} source
     * @param {ImageOptions} [options]
     * @returns {Promise<Reading>}
     * @throws {Error} for what is not a picture, is broken or too large, and where the network for strings cannot be
     *   fetched; the signal's reason when it is aborted
     */
    async readImage(source, options = {}) {
      options.onProgress?.({ stage: 'decode', share: 0 });
      return (await pictureReader()).readImage(source, options);
    },
  };
}
