import { callWorker } from './reader/call-worker.js';
import { startWorker, workerUrl } from './reader/start-worker.js';

/**
 * Reads handwritten numbers on the device that they are written on.
 *
 * @typedef {import('./reader/reading.js').Reading} Reading
 * @typedef {import('./reader/reading.js').NumberReading} NumberReading
 * @typedef {import('./reader/reading.js').DigitReading} DigitReading
 * @typedef {import('./reader/reading.js').SeparatorReading} SeparatorReading
 * @typedef {import('./reader/reader.js').InkOptions} InkOptions
 * @typedef {import('./reader/reader.js').ImageOptions} ImageOptions
 * @typedef {import('./reader/network/classifier.js').Explanation} Explanation
 * @typedef {import('./reader/hand/memory.js').Example} Example
 * @typedef {import('./reader/hand/teach.js').Given} Given
 * @typedef {import('./reader/hand/teach.js').Moment} Moment
 * @typedef {import('./reader/hand/teach.js').Taught} Taught
 * @typedef {import('./reader/find-fields.js').PrintedField} PrintedField
 * @typedef {import('./reader/alignment/landmarks.js').Landmarks} Landmarks
 * @typedef {import('./reader/alignment/forms.js').Alignment} Alignment
 * @typedef {import('./reader/ink/rasterize.js').Stroke} Stroke
 * @typedef {{ version: string, backend: 'wasm' | 'cpu', model: import('./reader/network/model-files.js').Card }} Info
 */

const BACKENDS = ['auto', 'wasm', 'cpu'];

/** Whether the worker's file may have arrived broken: then it lies in the browser's cache for a year. */
let isDoubted = false;

/**
 * Start a reader; resolves when it is warm.
 *
 * @param {{ backend?: 'auto' | 'wasm' | 'cpu', signal?: AbortSignal }} [options] 'auto' is WebAssembly where it starts, else
 *   JavaScript
 * @returns {Promise<Reader>}
 * @throws {Error} with a message for a person: no model, a damaged one, no worker; the signal's reason when it is aborted
 */
export async function load({ backend = 'auto', signal } = {}) {
  if (!BACKENDS.includes(backend)) throw new TypeError(`There is no backend '${backend}': ${BACKENDS.join(', ')}.`);
  if (!globalThis.Worker) {
    throw Object.assign(new Error('This browser lacks Worker: use a newer one.'), {
      code: 'browser',
      values: { name: 'Worker' },
    });
  }
  // Where that fails there is still what the browser has.
  if (isDoubted) await fetch(workerUrl, { cache: 'reload', signal }).catch(() => null);
  const calls = callWorker(startWorker());
  try {
    const info = await calls.call('load', { backend }, { signal });
    isDoubted = false;
    return new Reader(calls, info);
  } catch (error) {
    calls.close();
    const isBroken = /** @type {any} */ (error).code === 'reader-start';
    const isNew = isBroken && !isDoubted;
    isDoubted = isBroken || Boolean(signal?.aborted);
    if (isNew) return load({ backend, signal });
    throw error;
  }
}

/** Reads ink, pictures and 28 x 28 images; made by `load`. */
export class Reader {
  #calls;

  /**
   * @param {ReturnType<typeof callWorker>} calls
   * @param {Info} info
   */
  constructor(calls, info) {
    this.#calls = calls;
    /** The version, the backend that runs now, and the model's card. @type {Info} */
    this.info = {
      ...info,
      get backend() {
        return calls.backend();
      },
    };
  }

  /**
   * @param {ReadonlyArray<Stroke>} strokes [[{ x, y, t? }, ...], ...], any units, y down
   * @param {InkOptions} [options]
   * @returns {Promise<Reading>} without numbers for ink without a point
   * @throws {TypeError} if it is something else than strokes; the signal's reason when it is aborted
   */
  async readInk(strokes, options = {}) {
    if (!isInk(strokes))
      throw new TypeError('readInk takes strokes: [[{ x, y }, ...], ...], x and y numbers up to 1e9.');
    checkMasks(options);
    checkDecimal(options);
    return this.#calls.call('readInk', strokes, options);
  }

  /**
   * @param {Blob | ImageBitmap | ImageData | HTMLImageElement | HTMLCanvasElement} source at most 25 MB and 50
   *   megapixels
   * @param {ImageOptions} [options]
   * @returns {Promise<Reading>} without numbers for a blank picture; boxes in the picture's pixels, as it is shown
   * @throws {Error} with a message for a person, for what is not a picture, is broken or too large; the signal's reason
   *   when it is aborted
   */
  async readImage(source, options = {}) {
    checkMasks(options);
    checkTurned(options);
    if (source instanceof Blob || source instanceof ImageData) return this.#calls.call('readImage', source, options);
    // A copy: what is sent to the worker would be gone for the caller.
    const bitmap = await createImageBitmap(source).catch((cause) => {
      throw new Error('This picture cannot be read: it is broken, or not loaded yet.', { cause });
    });
    try {
      return await this.#calls.call('readImage', bitmap, options, [bitmap]);
    } catch (cause) {
      bitmap.close();
      if (!(cause instanceof DOMException) || cause === options.signal?.reason) throw cause;
      throw new Error('The browser does not let this picture be read: it comes from another site.', { cause });
    }
  }

  /**
   * Where a printed form wants something written: boxes, cells of tables, rows of cells for a digit each.
   *
   * @param {Blob | ImageData} source the form, upright
   * @returns {Promise<PrintedField[]>} row by row, in the picture's pixels
   * @throws {Error} as `readImage`
   */
  findFields(source) {
    return this.#calls.call('findFields', source);
  }

  /**
   * What there is to know of a form's sample, to find other pictures' fields: where print and rules are.
   *
   * @param {Blob | ImageData} source
   * @returns {Promise<Landmarks | null>} to be kept as it is, also as JSON; null where it has too little print and too few rules
   * @throws {Error} as `readImage`
   */
  findLandmarks(source) {
    return this.#calls.call('findLandmarks', source);
  }

  /**
   * Where a form lies in a picture that may be moved, turned, nearer or seen from a side.
   *
   * @param {Blob | ImageData} source
   * @param {{ landmarks: Landmarks, signal?: AbortSignal }} options
   * @returns {Promise<Alignment | null>} null where the picture does not show the form
   * @throws {Error} as `readImage`
   */
  alignForm(source, options) {
    return this.#calls.call('alignForm', source, options);
  }

  /**
   * @param {Float32Array} images n * 784: 28 x 28 laid out as MNIST's (row by row, 0 = paper, 1 = ink); taken as they
   *   are
   * @param {{ byHand?: boolean }} [options] byHand: what `setHand` gave is weighed, too
   * @returns {Promise<Float32Array>} n * 11 probabilities: 0-9, then not a digit
   * @throws {TypeError | RangeError} if it is something else, or of another length
   */
  async classify(images, options) {
    if (!(images instanceof Float32Array)) throw new TypeError('classify takes a Float32Array of n * 784 values.');
    return this.#calls.call('classify', images, options);
  }

  /**
   * Why a digit is read as it is.
   *
   * @param {Float32Array} image 784: a digit's `image` of a reading
   * @returns {Promise<Explanation>}
   * @throws {TypeError | RangeError} if it is something else, or of another length
   */
  async explain(image) {
    if (!(image instanceof Float32Array)) throw new TypeError("explain takes a Float32Array: a digit's image.");
    return this.#calls.call('explain', image);
  }

  /**
   * Where digits lie among others: what is near was written alike. For `setHand`.
   *
   * @param {Float32Array} images n * 784: `image`s of a reading's digits
   * @returns {Promise<Int8Array>} n * 32, for this version of the model alone
   */
  embed(images) {
    return this.#calls.call('embed', images);
  }

  /**
   * Learns from a person's digits how to read this person, beside the network, and finds out on digits that it did not learn from
   * whether it does.
   *
   * @param {Given} given at least one digit
   * @param {{ signal?: AbortSignal, onProgress?: (moment: Moment) => void }} [options]
   * @returns {Promise<Taught>} its layer for `setHand`, for this version of the model alone
   * @throws {TypeError} if a digit lacks its label; the signal's reason when it is aborted
   */
  teach(given, options) {
    return this.#calls.call('teach', given, options);
  }

  /**
   * What a person corrected, and taught, is weighed from now on in whatever is read.
   *
   * @param {ReadonlyArray<Example>} examples takes the place of those before; none for the network alone
   * @param {{ layer?: Float32Array | null }} [taught] the layer that `teach` gave
   * @returns {Promise<void>}
   */
  setHand(examples, taught) {
    return this.#calls.call('setHand', examples, taught);
  }

  /** @returns {Promise<number>} tensors that the reader holds; a reading leaves none behind */
  tensors() {
    return this.#calls.call('tensors');
  }

  /** Free the reader's memory; what is still being read is rejected. */
  close() {
    this.#calls.close();
  }
}

/** @param {unknown} strokes */
const isInk = (strokes) =>
  Array.isArray(strokes) &&
  strokes.every((stroke) => Array.isArray(stroke) && stroke.every((point) => isPlace(point?.x) && isPlace(point.y)));

/** Farther away points could not be told apart. @param {unknown} value */
const isPlace = (value) => typeof value === 'number' && Math.abs(value) <= 1e9;

/** @param {{ decimal?: unknown }} options */
function checkDecimal({ decimal = '.' }) {
  if (decimal !== '.' && decimal !== ',') throw new TypeError("decimal is '.' or ','.");
}

/** @param {{ turned?: unknown }} options */
function checkTurned({ turned = 0 }) {
  if (![0, 90, 180, 270].includes(/** @type {number} */ (turned))) throw new TypeError('turned is 0, 90, 180 or 270.');
}

/** @param {{ masks?: unknown }} options */
function checkMasks({ masks = [] }) {
  if (!Array.isArray(masks) || !masks.every((mask) => typeof mask === 'string' && mask)) {
    throw new TypeError("masks are texts such as '##/##', each '#' a digit.");
  }
}
