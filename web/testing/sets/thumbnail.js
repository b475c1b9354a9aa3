import { normalize } from '../../reader/image/normalize.js';
import { PIXELS } from '../../reader/ink/rasterize.js';

/**
 * Small pictures of one digit each, brought into MNIST's layout: 28 x 28, 0 = paper, 255 = ink.
 *
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Gray row by row, 0 = black, 255 = white
 * @typedef {{ image: Uint8Array, isInverted: boolean, isLaidOut: boolean }} Thumbnail isInverted: it was dark on light;
 *   isLaidOut: it had another size
 */

const SIDE = 28;

/** The darkest pixel of an image, of 255, that still has ink, as training has it. */
const FAINTEST = 64;

/** Below such a share of the darkest ink it is the paper's grain, or what JPEG left of an edge. */
const GRAIN = 0.2;

/** Of a set's border, of 255: above it, its paper is the light part. */
const MIDDLE = 127;

/**
 * @param {Gray} picture
 * @returns {Thumbnail | null} null where nothing stands out from the paper
 */
export function toThumbnail({ data, width, height }) {
  const border = borderOf(width, height).map((at) => data[at]);
  const paper = border.sort((a, b) => a - b)[border.length >> 1];
  const isInverted = paper > MIDDLE;
  const ink = Float32Array.from(data, (value) => Math.max(0, isInverted ? paper - value : value - paper));
  const most = ink.reduce((a, b) => Math.max(a, b), 0);
  if (most < FAINTEST) return null;
  if (width === SIDE && height === SIDE) {
    return { image: isInverted ? Uint8Array.from(ink) : Uint8Array.from(data), isInverted, isLaidOut: false };
  }
  const mask = { data: ink.map((value) => (value < GRAIN * most ? 0 : value / most)), width, height };
  const image = Uint8Array.from(normalize(mask), (value) => Math.round(255 * value));
  return { image, isInverted, isLaidOut: true };
}

/**
 * Sets whose paper is 255 are turned to what the network takes. All of it at once: one image may well be drawn to its border.
 *
 * @param {Uint8Array} images n * 784
 * @returns {boolean} whether they were inverted, in place
 */
export function invertLight(images) {
  const border = borderOf(SIDE, SIDE);
  let sum = 0;
  for (let start = 0; start < images.length; start += PIXELS) for (const at of border) sum += images[start + at];
  if (sum / (border.length * (images.length / PIXELS)) <= MIDDLE) return false;
  for (let at = 0; at < images.length; at++) images[at] = 255 - images[at];
  return true;
}

/**
 * EMNIST's images are stored column by column (Cohen and others, 2017).
 *
 * @param {Uint8Array} images n * 784, turned over their diagonal in place
 */
export function transpose(images) {
  for (let start = 0; start < images.length; start += PIXELS) {
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < row; column++) {
        const [one, other] = [start + row * SIDE + column, start + column * SIDE + row];
        [images[one], images[other]] = [images[other], images[one]];
      }
    }
  }
}

/** @param {number} width @param {number} height @returns {number[]} places of its outermost pixels */
const borderOf = (width, height) =>
  Array.from({ length: width * height }, (_, at) => at).filter(
    (at) => at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1,
  );
