import { binarize } from '../image/binarize.js';
import { decode } from '../image/decode.js';
import { normalize } from '../image/normalize.js';
import { segment } from '../image/segment.js';
import { inkBox, rasterize } from '../ink/rasterize.js';
import { CLASSES } from './classes.js';
import { createClassifier } from './classifier.js';
import { fetchModelFiles } from './model-files.js';
import { toReading } from './reading.js';

/** How far a sample's probability may be from the card's: float16 weights on other hardware stay within 0.002. */
const SAMPLE_TOLERANCE = 0.02;

/** @typedef {import('./reading.js').Reading} Reading */

/**
 * Everything between ink and reading, in the thread that runs it; `inkdigit.js` offers it to the page from a worker.
 *
 * @param {{ backend: import('./classifier.js').Backend }} options
 * @throws {Error} if the model cannot be fetched, is damaged, or does not read its own samples
 */
export async function createReader({ backend }) {
  const files = await fetchModelFiles();
  const classifier = await createClassifier(files, backend);
  readSamples(classifier, files.card.samples);

  /** @param {Float32Array} image @param {import('../ink/rasterize.js').Box} box */
  const read = (image, box) => toReading(image, classifier.classify(image), box);

  return {
    info: { version: __INKDIGIT_VERSION__, backend: classifier.backend, model: files.card },
    classify: classifier.classify,
    tensors: classifier.tensors,

    /**
     * @param {ReadonlyArray<import('../ink/rasterize.js').Stroke>} ink
     * @returns {Reading}
     */
    readInk(ink) {
      const box = inkBox(ink);
      return box ? read(rasterize(ink), box) : toReading();
    },

    /**
     * @param {Blob | ImageBitmap | ImageData} source
     * @returns {Promise<Reading>}
     * @throws {Error} for what is not a picture, is broken or too large
     */
    async readImage(source) {
      const gray = await decode(source);
      const part = segment(binarize(gray));
      if (!part) return toReading();
      const { scale } = gray;
      const { x, y, width, height } = part.box;
      return read(normalize(part.mask), { x: x / scale, y: y / scale, width: width / scale, height: height / scale });
    },
  };
}

/**
 * Read the card's samples: warms the network up, and tells weights of the right length with wrong values.
 *
 * @param {{ classify: (images: Float32Array) => Float32Array }} classifier
 * @param {import('./model-files.js').Sample[]} samples
 */
function readSamples(classifier, samples) {
  for (const { ink, probabilities } of samples) {
    const found = classifier.classify(rasterize(ink.map((stroke) => stroke.map(([x, y]) => ({ x, y })))));
    for (let index = 0; index < CLASSES; index++) {
      // Written so that NaN is refused too.
      if (!(Math.abs(found[index] - probabilities[index]) <= SAMPLE_TOLERANCE)) {
        throw new Error('The model does not read its own samples: reload the page to fetch it again.');
      }
    }
  }
}
