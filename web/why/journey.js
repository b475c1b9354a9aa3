import preprocessing from '../reader/preprocessing.json' with { type: 'json' };
import { mostActive } from './most-active.js';

const { size: SIZE } = preprocessing;

/** Pictures of a layer: what fits beside each other, and is still told apart. */
const TILES = 8;

/**
 * @typedef {import('./most-active.js').Tile} Tile
 * @typedef {{ kind: 'strokes', strokes: ReadonlyArray<import('../reader/ink/rasterize.js').Stroke> }
 *   | { kind: 'ink', data: Float32Array, width: number, height: number }
 *   | { kind: 'layer', number: number, channels: number, width: number, height: number, tiles: Tile[] }
 *   | { kind: 'answer', probabilities: Float32Array }} Step `number`: the layer's, from 1; `channels`: all that it has, of
 *   which `tiles` shows the most telling
 */

/**
 * The way of ink through the network, step by step: strokes, 28 x 28, what each layer sees, the answer.
 *
 * @param {import('../reader/network/classifier.js').Explanation} explanation
 * @param {Float32Array} image 784, what was explained
 * @param {{ strokes?: ReadonlyArray<import('../reader/ink/rasterize.js').Stroke>, tiles?: number }} [options] `strokes` of the
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
