/**
 * The exported network in Node.js, for tests and measures of everything around it. The page's is
 * `web/read/networks.js`: the same files and library, fetched there as a browser does.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLASSES, PIXELS } from '../web/read/classes.js';
import { softmax } from '../web/read/softmax.js';

/** Images in one pass; more are taken in turns, so that memory stays bounded. */
const BATCH = 256;

// Not by `import`, which a bundler would lead to the browser's cut-down build.
const require = createRequire(import.meta.url);

const SHIPPED = fileURLToPath(new URL('../web/model', import.meta.url));

/**
 * @param {string} [folder] of a model: model.json, its weights, and a card that tells its temperature
 * @returns {Promise<{ classify: (images: Float32Array) => Float32Array }>} as `web/read/classifier.js` gives them
 */
export async function createNodeClassifier(folder = SHIPPED) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name));
  const tf = require('@tensorflow/tfjs-core');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  const { GraphModel } = require('@tensorflow/tfjs-converter');
  wasm.setWasmPaths(`${require.resolve('@tensorflow/tfjs-backend-wasm').replace(/[^/\\]*$/, '')}`);
  await tf.setBackend('wasm');
  const { temperature } = JSON.parse(read('card.json').toString());
  const { modelTopology, signature, weightsManifest } = JSON.parse(read('model.json').toString());
  const weights = read('group1-shard1of1.bin');
  const weightSpecs = weightsManifest.flatMap((/** @type {{ weights: object[] }} */ group) => group.weights);
  const weightData = Uint8Array.from(weights).buffer;
  const model = new GraphModel(tf.io.fromMemory({ modelTopology, signature, weightSpecs, weightData }));
  await model.load();
  const output = signature.outputs.logits.name;

  return {
    classify(images) {
      const count = images.length / PIXELS;
      const probabilities = new Float32Array(count * CLASSES);
      for (let first = 0; first < count; first += BATCH) {
        const batch = images.subarray(first * PIXELS, Math.min(count, first + BATCH) * PIXELS);
        const logits = tf.tidy(() => {
          const input = tf.tensor4d(batch, [batch.length / PIXELS, 28, 28, 1]);
          const result = /** @type {import('@tensorflow/tfjs-core').Tensor} */ (model.execute(input, output));
          return /** @type {Float32Array} */ (result.dataSync());
        });
        probabilities.set(softmax(logits, temperature), first * CLASSES);
      }
      return probabilities;
    },
  };
}
