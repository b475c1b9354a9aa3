import { engine, env, memory, registerKernel, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { meanConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean';
import { transposeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { createGraph } from './graph.js';
import { fetchLater } from './model-files.js';
import { decodeWeights } from './weights.js';

/** Reading takes no other kernels; WebAssembly's mean transposes too. tools/vite/pruned-wasm.js keeps no others. */
const WASM_KERNELS = [fusedConv2DConfig, meanConfig, transposeConfig];

/** A download that stalls never settles in TensorFlow.js; after this long the JavaScript backend takes over. */
const LONGEST_WASM_START = 10_000;

/**
 * @typedef {'auto' | 'wasm' | 'cpu'} Backend
 * @typedef {[number, number, number, number]} Shape of what a network takes: images, rows, columns, channels
 * @typedef {{ data: Float32Array, shape: number[] }} Output
 * @typedef {import('./model-files.js').ModelFiles} ModelFiles
 * @typedef {{ run: (values: Float32Array, shape: Shape, names: string[]) => Output[] }} Network `names` are of nodes of
 *   its graph
 */

/**
 * TensorFlow.js. The only file that calls it, with cpu-kernels.js; tools/vite/tfjs-core.js says what of it is built in.
 *
 * @param {Backend} backend 'auto' is WebAssembly where it starts, else JavaScript
 * @throws {Error} if 'wasm' is asked for and does not start
 */
export async function startNetworks(backend) {
  let running = await startBackend(backend);

  return {
    /** @returns {'wasm' | 'cpu'} */
    get backend() {
      return running;
    },

    /**
     * Where WebAssembly starts and then fails, or reads samples wrong, JavaScript takes over as where it doesn't start.
     *
     * @template T
     * @param {ModelFiles} files
     * @param {(network: Network, files: ModelFiles) => T} make throws where the network does not read its samples
     * @param {import('./graph.js').Operations} [operations] that this network alone is made of
     * @returns {Promise<T>}
     */
    async start(files, make, operations) {
      try {
        return make(load(files, operations), files);
      } catch (error) {
        if (backend !== 'auto' || running === 'cpu') throw error;
        running = await startBackend('cpu');
        return make(load(files, operations), files);
      }
    },

    /** @returns {number} tensors held: the weights, and nothing that a reading left behind */
    tensors: () => memory().numTensors,
  };
}

/**
 * @param {ModelFiles} files
 * @param {import('./graph.js').Operations} [operations] that this network alone is made of
 * @returns {Network}
 * @throws {Error} if the files are no model
 */
function load({ model, weights }, operations) {
  const described = model.weightsManifest.flatMap((group) => group.weights);
  const tensors = decodeWeights(weights, described).map(({ name, values, shape, dtype }) => {
    return [name, engine().makeTensor(values, shape, dtype)];
  });
  return createGraph(model, Object.fromEntries(tensors), engine(), operations);
}

/**
 * @param {Backend} wanted
 * @returns {Promise<'wasm' | 'cpu'>}
 */
async function startBackend(wanted) {
  if (wanted !== 'cpu' && (await startWasm())) return 'wasm';
  if (wanted === 'wasm') {
    throw new Error('WebAssembly did not start here: allow it, or load with the backend "auto" or "cpu".');
  }
  const { CPU_KERNELS } = await fetchLater(import('./cpu-kernels.js'));
  CPU_KERNELS.forEach(registerKernel);
  await setBackend('cpu');
  return 'cpu';
}

/** @returns {Promise<boolean>} whether the WebAssembly backend is running */
async function startWasm() {
  WASM_KERNELS.forEach(registerKernel);
  // The threaded build needs blob workers, which a strict CSP blocks, and then never settles.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // Every browser since 2023 has SIMD; for the few without, JavaScript serves better than 400 KB more to host.
  if (typeof WebAssembly === 'undefined' || !(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))) return false;
  setWasmPaths({
    'tfjs-backend-wasm.wasm': simdUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WASM_START, false)));
  const started = Boolean(await Promise.race([setBackend('wasm'), tooLong]));
  clearTimeout(timer);
  // A download that comes through after all would take over from the backend that then runs.
  if (!started) removeBackend('wasm');
  return started;
}
