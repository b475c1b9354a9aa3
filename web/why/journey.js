import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE, box: BOX } = preprocessing;

/** So many pictures of a layer fit beside each other and are still told apart. */
const TILES = 8;

/** This share of a side is margin on either end, where channels answer to the paper's edge and not to ink. */
const MARGIN = (SIZE - BOX) / 2 / SIZE;

/**
 * @import { Explanation, Layer } from '../reader/network/classifier.js'
 * @import { Stroke } from '../reader/ink/rasterize.js'
 *
 * @typedef {{ channel: number, most: number, data: Float32Array, width: number, height: number }} Tile one channel's
 *   picture, 0 to 1 row by row; `most`: what 1 stands for
 * @typedef {{ kind: 'strokes', strokes: ReadonlyArray<Stroke> }
 *   | { kind: 'ink', data: Float32Array, width: number, height: number }
 *   | { kind: 'layer', number: number, channels: number, width: number, height: number, tiles: Tile[] }
 *   | { kind: 'answer', probabilities: Float32Array }} Step `number`: the layer's, from 1; `channels`: all that it has, of
 *   which `tiles` shows the most telling
 */

/**
 * Follows ink through the network, step by step: strokes, 28 x 28, what each layer sees, the answer.
 *
 * @param {Explanation} explanation
 * @param {Float32Array} image 784, what was explained
 * @param {{ strokes?: ReadonlyArray<Stroke>, tiles?: number }} [options] `strokes` of the
 *   digit: without them, as for a picture, the journey begins at 28 x 28
 * @returns {Step[]}
 */
export function journey({ layers, probabilities }, image, { strokes = [], tiles = TILES } = {}) {
  /** @type {Step[]} */
  const steps = strokes.length ? [{ kind: 'strokes', strokes }] : [];
  steps.push({ kind: 'ink', data: image, width: SIZE, height: SIZE });
  layers.forEach((layer, index) => {
    const { channels, width, height } = layer;
    steps.push({ kind: 'layer', number: index + 1, channels, width, height, tiles: mostActive(layer, tiles) });
  });
  steps.push({ kind: 'answer', probabilities });
  return steps;
}

/**
 * Finds the channels of a layer that tell most about this image, each as a picture of its own.
 *
 * They are those that differ most from place to place: a channel that is as large on paper as on ink is active and shows
 * nothing. Each is drawn from 0 to its own largest value, since a channel's unit means nothing beside another's.
 *
 * @param {Layer} layer
 * @param {number} count at most so many
 * @returns {Tile[]} the most telling first
 */
export function mostActive(layer, count) {
  const inner = innerPlaces(layer);
  return Array.from({ length: layer.channels }, (_, channel) => {
    const values = inner.map((place) => layer.data[place * layer.channels + channel]);
    return { channel, most: Math.max(...values), contrast: deviation(values) };
  })
    .filter(({ contrast }) => contrast > 0)
    .sort((a, b) => b.contrast - a.contrast)
    .slice(0, count)
    .map(({ channel, most }) => tile(layer, channel, most));
}

/** @param {Layer} layer @param {number} channel @param {number} most @returns {Tile} */
function tile({ data, width, height, channels }, channel, most) {
  const values = Float32Array.from({ length: width * height }, (_, place) =>
    Math.min(1, Math.max(0, data[place * channels + channel] / most)),
  );
  return { channel, most, data: values, width, height };
}

/** @param {Layer} layer @returns {number[]} its places inside the margin */
function innerPlaces({ width, height }) {
  const [left, top] = [Math.round(MARGIN * width), Math.round(MARGIN * height)];
  return Array.from({ length: width * height }, (_, place) => place).filter((place) => {
    const [x, y] = [place % width, Math.floor(place / width)];
    return x >= left && x < width - left && y >= top && y < height - top;
  });
}

/** @param {number[]} values */
function deviation(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
