import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { LABELS, readFiles, SHIPPED, STRINGS } from '../../../tools/node-networks.js';
import { toStrip } from '../../../web/reader/image/normalize.js';
import { createGraph } from '../../../web/reader/network/graph.js';
import { LABELER_OPERATIONS } from '../../../web/reader/network/labeler.js';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core');
const { GraphModel } = require('@tensorflow/tfjs-converter');
require('@tensorflow/tfjs-backend-cpu');
require('@tensorflow/tfjs-backend-wasm').setWasmPaths(
  require.resolve('@tensorflow/tfjs-backend-wasm').replace(/[^/\\]*$/, ''),
);

/** @type {{ rasterize: { image: string }[], strip: { mask: number[][] }[] }} */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/ink.json', import.meta.url), 'utf8'));

/** @typedef {import('../../../web/reader/network/networks.js').Shape} Shape */

/** @returns {{ values: Float32Array, shape: Shape }} ten digits */
function digits() {
  const images = golden.rasterize.slice(0, 10).map(({ image }) => Buffer.from(image, 'base64'));
  const bytes = Uint8Array.from(Buffer.concat(images));
  return { values: new Float32Array(bytes.buffer), shape: [images.length, 28, 28, 1] };
}

/** @returns {{ values: Float32Array, shape: Shape }} a line of a picture */
function strip() {
  const [{ mask }] = golden.strip;
  const { data, width } = toStrip({ data: mask.flat(), width: mask[0].length, height: mask.length });
  return { values: data, shape: [1, 32, width, 1] };
}

const NETWORKS = [
  { network: 'digits', folder: SHIPPED, made: digits, output: 'scores' },
  { network: 'strings', folder: STRINGS, made: strip, output: 'pairs' },
];

describe.each(['wasm', 'cpu'])('on %s', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  test.each(NETWORKS)(
    "$network: every layer's values are those that TensorFlow.js' own executor gives",
    async (each) => {
      const { model, weights } = readFiles(each.folder);
      const described = model.weightsManifest.flatMap((group) => group.weights);
      const graph = createGraph(model, tf.io.decodeWeights(weights, described), tf.engine());
      const whole = new GraphModel(tf.io.fromMemory({ ...model, weightSpecs: described, weightData: weights }));
      await whole.load();

      const { values, shape } = each.made();
      const { node } = /** @type {{ node: { name: string, op: string }[] }} */ (model.modelTopology);
      const layers = node.filter(({ op }) => op === '_FusedConv2D').map(({ name }) => name);
      const names = [...layers, model.signature.outputs[each.output].name];
      const expected = [whole.execute(tf.tensor4d(values, shape), names)].flat();
      for (const [index, { data, shape: found }] of graph.run(values, shape, names).entries()) {
        expect(found).toEqual(expected[index].shape);
        expect(data).toEqual(expected[index].dataSync());
      }
      expect(names.length).toBeGreaterThan(6);
    },
  );

  test("labels: what pixels are is what TensorFlow.js' own executor says", async () => {
    const { model, weights } = readFiles(LABELS);
    const described = model.weightsManifest.flatMap((group) => group.weights);
    const graph = createGraph(model, tf.io.decodeWeights(weights, described), tf.engine(), LABELER_OPERATIONS);
    const whole = new GraphModel(tf.io.fromMemory({ ...model, weightSpecs: described, weightData: weights }));
    await whole.load();
    // The size of the sample that it was exported with: its own graph doubles to no other.
    const shape = /** @type {Shape} */ ([1, 64, 192, 3]);
    const values = Float32Array.from({ length: 64 * 192 * 3 }, (_, at) => ((at * 7919) % 256) / 255);
    const name = model.signature.outputs.labels.name;
    const [{ data }] = graph.run(values, shape, [name]);
    const [expected] = [whole.execute(tf.tensor4d(values, shape), name)].flat().map((tensor) => tensor.dataSync());
    expect(data.length).toBe(32 * 96 * 5);
    expect(Math.max(...data.map((value, at) => Math.abs(value - expected[at])))).toBeLessThan(1e-3);
  });

  test('a value that nothing takes any more gives its memory back before the run ends', () => {
    const { model, weights } = readFiles(LABELS);
    const described = model.weightsManifest.flatMap((group) => group.weights);
    const engine = tf.engine();
    let most = 0;
    const graph = createGraph(
      model,
      tf.io.decodeWeights(weights, described),
      {
        makeTensor: engine.makeTensor.bind(engine),
        tidy: engine.tidy.bind(engine),
        runKernel(name, inputs, attributes) {
          most = Math.max(most, tf.memory().numTensors);
          return engine.runKernel(name, inputs, attributes);
        },
      },
      LABELER_OPERATIONS,
    );
    const held = tf.memory().numTensors;
    graph.run(new Float32Array(64 * 64 * 3), [1, 64, 64, 3], [model.signature.outputs.labels.name]);
    // Of each size a value waits, to be added to what comes back from the smaller ones.
    expect(most - held).toBeLessThanOrEqual(5);
  });

  test('no tensor is left behind by a reading', () => {
    const { model, weights } = readFiles(SHIPPED);
    const described = model.weightsManifest.flatMap((group) => group.weights);
    const graph = createGraph(model, tf.io.decodeWeights(weights, described), tf.engine());
    const { values, shape } = digits();
    const held = tf.memory().numTensors;
    graph.run(values, shape, [model.signature.outputs.scores.name]);
    expect(tf.memory().numTensors).toBe(held);
  });
});

test('kernels that are kept as steps are unpacked to what was packed', () => {
  const halves = [0x3800, 0x4000]; // 0.5 and 2 as float16
  const packed = Uint8Array.of(0, 128, 255, 129, ...new Uint8Array(Uint16Array.from(halves).buffer));
  /** @type {import('@tensorflow/tfjs-core').io.WeightsManifestEntry[]} */
  const described = [
    { name: 'steps', shape: [1, 1, 2, 2], dtype: 'float32', quantization: { dtype: 'uint8', scale: 1, min: -128 } },
    { name: 'step', shape: [2], dtype: 'float32', quantization: { dtype: 'float16' } },
  ];
  const node = [
    { name: 'ink', op: 'Placeholder', attr: {} },
    { name: 'kernel', op: 'Mul', attr: {}, input: ['steps', 'step'] },
  ];
  const model = { modelTopology: { node }, signature: { outputs: {} }, weightsManifest: [{ weights: described }] };
  const graph = createGraph(model, tf.io.decodeWeights(packed.buffer, described), tf.engine());
  const [{ data, shape }] = graph.run(new Float32Array(784), [1, 28, 28, 1], ['kernel']);
  expect(shape).toEqual([1, 1, 2, 2]);
  expect([...data]).toEqual([-64, 0, 63.5, 2]);
});

describe('what cannot be run is told', () => {
  const graph = createGraph(
    {
      modelTopology: {
        node: [
          { name: 'ink', op: 'Placeholder', attr: {} },
          { name: 'sharper', op: 'Sharpen', attr: {}, input: ['ink'] },
        ],
      },
      signature: { outputs: {} },
      weightsManifest: [],
    },
    {},
    tf.engine(),
  );

  test('an operation that is not known', () => {
    const run = () => graph.run(new Float32Array(784), [1, 28, 28, 1], ['sharper:0']);
    expect(run).toThrow('sharper is of the operation Sharpen, of which the reader knows none');
  });

  test('an output that the graph lacks', () => {
    const run = () => graph.run(new Float32Array(784), [1, 28, 28, 1], ['logits:0']);
    expect(run).toThrow('The graph has no node logits.');
  });
});
