import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { LABELS, readFiles, SHIPPED, STRINGS } from '../../../tools/node-networks.js';
import { decodeWeights } from '../../../web/reader/network/weights.js';

const tf = createRequire(import.meta.url)('@tensorflow/tfjs-core');
createRequire(import.meta.url)('@tensorflow/tfjs-backend-cpu');

test.each([
  ['digits', SHIPPED],
  ['strings', STRINGS],
  ['labels', LABELS],
])('the weights of the network for %s are those that TensorFlow.js decodes', (_, folder) => {
  const { model, weights } = readFiles(folder);
  const described = model.weightsManifest.flatMap((group) => group.weights);
  const expected = tf.io.decodeWeights(weights, described);
  const decoded = decodeWeights(weights, described);
  expect(decoded.map(({ name }) => name)).toEqual(Object.keys(expected));
  for (const { name, values, shape, dtype } of decoded) {
    expect({ shape, dtype }).toEqual({ shape: expected[name].shape, dtype: expected[name].dtype });
    expect(values).toEqual(expected[name].dataSync());
  }
});

test('every finite number of half precision is decoded, the smallest and the negative too', () => {
  const finite = Uint16Array.from({ length: 65536 }, (_, half) => half).filter((half) => ((half >> 10) & 31) < 31);
  /** @type {import('@tensorflow/tfjs-core').io.WeightsManifestEntry} */
  const described = { name: 'w', shape: [finite.length], dtype: 'float32', quantization: { dtype: 'float16' } };
  const [{ values }] = decodeWeights(finite.buffer, [described]);
  expect(values).toEqual(tf.io.decodeWeights(finite.buffer, [described]).w.dataSync());
});

test('weights that are too few are refused', () => {
  expect(() => decodeWeights(new ArrayBuffer(4), [{ name: 'w', shape: [2], dtype: 'float32' }])).toThrow(
    /end before w/,
  );
});
