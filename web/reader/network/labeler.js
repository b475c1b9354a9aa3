import { SIZE } from '../ink/rasterize.js';
import { readSamples } from './samples.js';

/**
 * The network that labels pixels, and what its graph does that no other does.
 *
 * @typedef {import('@tensorflow/tfjs-core').Tensor} Tensor
 * @typedef {import('../image/file/decode.js').Picture} Picture
 * @typedef {{ pen: Float32Array, print: Float32Array, rule: Float32Array, other: Float32Array, width: number, height: number }} Labels
 *   probabilities of what a pixel is, row by row, at half of the picture's size (rounded up); what is left is paper
 */

/** The network's labels, in its order. */
const LABELS = /** @type {const} */ (['paper', 'pen', 'print', 'rule', 'other']);

/** Of a sample's pixels, one in so many is looked at. */
const SAMPLED = 37;

/** It halves what it sees so often: a side is a multiple of this. */
const STEP = 16;

/**
 * Their arithmetic is little beside that of the convolutions. As kernels of WebAssembly, every first visit would fetch them.
 *
 * @type {import('./graph.js').Operations}
 */
export const LABELER_OPERATIONS = {
  // What is doubled is always added to what is of that size, and not kept by itself: it takes as much memory.
  ResizeBilinear: null,

  AddV2:
    (_, engine) =>
    ([small, x]) => {
      const [, height, width, channels] = small.shape;
      const sum = double(/** @type {Float32Array} */ (small.dataSync()), { height, width, channels });
      const other = x.dataSync();
      for (let index = 0; index < sum.length; index++) sum[index] += other[index];
      return engine.makeTensor(sum, x.shape, 'float32');
    },
};

/**
 * Twice as high and wide, linear between the middles of pixels: each new one is three quarters of the pixel that it lies
 * in, and a quarter of the one that is next to it.
 *
 * @param {Float32Array} data
 * @param {{ height: number, width: number, channels: number }} size
 * @returns {Float32Array}
 */
function double(data, { height, width, channels }) {
  const row = width * channels;
  const result = new Float32Array(4 * data.length);
  const between = new Float32Array(row);
  for (let y = 0; y < 2 * height; y++) {
    const near = (y >> 1) * row;
    const far = Math.min(height - 1, Math.max(0, (y >> 1) + (y % 2 ? 1 : -1))) * row;
    for (let at = 0; at < row; at++) between[at] = 0.75 * data[near + at] + 0.25 * data[far + at];
    for (let x = 0, at = 2 * y * row; x < 2 * width; x++) {
      const here = (x >> 1) * channels;
      const beside = Math.min(width - 1, Math.max(0, (x >> 1) + (x % 2 ? 1 : -1))) * channels;
      for (let channel = 0; channel < channels; channel++, at++) {
        result[at] = 0.75 * between[here + channel] + 0.25 * between[beside + channel];
      }
    }
  }
  return result;
}

/**
 * @param {import('./networks.js').Network} network
 * @param {import('./model-files.js').ModelFiles} files
 * @returns {(picture: Picture) => Labels}
 * @throws {Error} if it does not label the card's samples as it says
 */
export function createLabeler(network, { model, card }) {
  const output = model.signature.outputs.labels.name;
  const label = (/** @type {Picture} */ picture) => {
    const [height, width] = [picture.height, picture.width].map((side) => Math.ceil(side / STEP) * STEP);
    const [{ data }] = network.run(padded(picture, width, height), [1, height, width, 3], [output]);
    return toLabels(data, width / 2, { width: Math.ceil(picture.width / 2), height: Math.ceil(picture.height / 2) });
  };
  readSamples(card.samples, (image) => {
    const { pen, print, rule, other } = label(rowOf(image));
    return [...pen.keys()]
      .filter((pixel) => pixel % SAMPLED === 0)
      .flatMap((pixel) => [pen[pixel], print[pixel], rule[pixel], other[pixel]]);
  });
  return label;
}

/** @param {Float32Array} image 28 x 28 of ink @returns {Picture} it in blue on paper, again and again in a row */
function rowOf(image) {
  const [width, height] = [192, 64];
  const above = ((height - SIZE) / 2) * SIZE;
  const colors = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const ink = image[Math.floor(pixel / width) * SIZE - above + ((pixel % width) % SIZE)] ?? 0;
    colors.set([240 - 200 * ink, 240 - 180 * ink, 240 - 80 * ink, 255], 4 * pixel);
  }
  return { colors, width, height, scale: 1 };
}

/**
 * Colors of 0 to 1; what is beyond the border is as the border is.
 *
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 */
function padded(picture, width, height) {
  const colors = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.min(y, picture.height - 1) * picture.width;
    for (let x = 0; x < width; x++) {
      const from = 4 * (row + Math.min(x, picture.width - 1));
      for (let channel = 0; channel < 3; channel++, at++) colors[at] = picture.colors[from + channel] / 255;
    }
  }
  return colors;
}

/**
 * @param {Float32Array} logits five a pixel
 * @param {number} stride pixels of a row of them
 * @param {{ width: number, height: number }} size
 * @returns {Labels}
 */
function toLabels(logits, stride, { width, height }) {
  const planes = LABELS.map(() => new Float32Array(width * height));
  const weights = new Float32Array(LABELS.length);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const from = (y * stride + x) * LABELS.length;
      let total = 0;
      for (let label = 0; label < LABELS.length; label++) total += weights[label] = Math.exp(logits[from + label]);
      for (let label = 0; label < LABELS.length; label++) planes[label][pixel] = weights[label] / total;
    }
  }
  const [, pen, print, rule, other] = planes;
  return { pen, print, rule, other, width, height };
}
