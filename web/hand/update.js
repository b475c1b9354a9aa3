/**
 * What was taught as an update that others may have: numbers alone, no ink. `python -m training federate` averages those of many people
 * (docs/federated.md); its `training/federation/updates.py` reads them.
 *
 * @import { Hand } from './kept-hands.js'
 */

const FORMAT = 1;

/** No update is longer, so that none counts for much more than another. */
const CLIP = 4;

/** @param {Hand} hand @returns {string | null} null where nothing was learned from it */
export function toUpdate({ layer, examples }) {
  if (!layer) return null;
  const length = Math.hypot(...layer.weights);
  const share = Math.min(1, CLIP / Math.max(length, Number.EPSILON));
  const numbers = Array.from(layer.weights, (value) => Number((value * share).toFixed(4)));
  const count = examples.filter(({ taught }) => taught).length;
  return `${JSON.stringify({ format: FORMAT, model: layer.version, examples: count, layer: numbers })}\n`;
}
