import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFiles, SHIPPED, STRINGS } from '../../../tools/node-networks.js';
import { pruned } from '../../../tools/vite/pruned-wasm.js';
import { toStrip } from '../../../web/reader/image/normalize.js';
import { createGraph } from '../../../web/reader/network/graph.js';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core');
const wasm = require('@tensorflow/tfjs-backend-wasm');

const WHOLE = require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');

/** @type {{ rasterize: { image: string }[], normalize: { image: string }[], strip: { mask: number[][] }[] }} */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/ink.json', import.meta.url), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'pruned-'));
const file = join(folder, 'pruned.wasm');

// Binaryen takes a second of an idle machine.
beforeAll(async () => writeFileSync(file, await pruned(readFileSync(WHOLE))), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts TensorFlow.js anew on one file. @param {string} path */
async function startOn(path) {
  tf.engine().reset();
  wasm.setWasmPaths({
    'tfjs-backend-wasm.wasm': path,
    'tfjs-backend-wasm-simd.wasm': path,
    'tfjs-backend-wasm-threaded-simd.wasm': path,
  });
  expect(await tf.setBackend('wasm')).toBe(true);
}

/**
 * @param {string} path of the WebAssembly
 * @param {string} network its folder
 * @param {{ values: Float32Array, shape: import('../../../web/reader/network/networks.js').Shape }[]} inputs
 * @returns {Promise<Float32Array[]>} of every input, what each layer gives, and each of the graph's means
 */
async function answers(path, network, inputs) {
  await startOn(path);
  const { model, weights } = readFiles(network);
  const described = model.weightsManifest.flatMap((group) => group.weights);
  const graph = createGraph(model, tf.io.decodeWeights(weights, described), tf.engine());
  const { node } = /** @type {{ node: { name: string, op: string }[] }} */ (model.modelTopology);
  const names = node.filter(({ op }) => op === '_FusedConv2D' || op === 'Mean').map(({ name }) => name);
  return inputs.flatMap(({ values, shape }) => graph.run(values, shape, names).map(({ data }) => data));
}

/** From 1 to as many as a pad full of digits has. @param {number} count */
function digits(count) {
  const images = [...golden.rasterize, ...golden.normalize].map(({ image }) => Buffer.from(image, 'base64'));
  const bytes = Buffer.concat(Array.from({ length: count }, (_, index) => images[index % images.length]));
  const values = new Float32Array(Uint8Array.from(bytes).buffer);
  return { values, shape: /** @type {[number, number, number, number]} */ ([count, 28, 28, 1]) };
}

const strips = () =>
  golden.strip.map(({ mask }) => {
    const { data, width } = toStrip({ data: mask.flat(), width: mask[0].length, height: mask.length });
    return { values: data, shape: /** @type {[number, number, number, number]} */ ([1, 32, width, 1]) };
  });

describe('WebAssembly without the kernels that no network uses', () => {
  test.each([
    { network: 'digits', of: SHIPPED, inputs: [1, 2, 3, 5, 8, 39, 256].map(digits) },
    { network: 'strings', of: STRINGS, inputs: strips() },
  ])('gives for $network exactly what the whole file gives', async ({ of, inputs }) => {
    const expected = await answers(WHOLE, of, inputs);
    const found = await answers(file, of, inputs);
    expect(found.length).toBeGreaterThan(6 * inputs.length);
    // To the last bit. Vitest's own comparison takes minutes for so many numbers.
    found.forEach((data, index) =>
      expect(Buffer.from(data.buffer).equals(Buffer.from(expected[index].buffer))).toBe(true),
    );
  });

  test('is little more than half as large', () => {
    expect(readFileSync(file).length).toBeLessThan(0.6 * readFileSync(WHOLE).length);
  });

  test('has no other kernels', async () => {
    await startOn(file);
    expect(() => tf.add([1], [2])).toThrow();
  });

  test('is not made where the file lacks a kernel that is to stay', async () => {
    await expect(pruned(readFileSync(WHOLE), ['Mean', 'Sharpen'])).rejects.toThrow('exports no Sharpen.');
  });
});
