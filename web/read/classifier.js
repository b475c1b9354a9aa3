import { env, io, memory, registerKernel, removeBackend, setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu/dist/base';
import { fusedConv2DConfig as cpuFusedConv2D } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FusedConv2D';
import { identityConfig as cpuIdentity } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity';
import { meanConfig as cpuMean } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { fusedConv2DConfig as wasmFusedConv2D } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { identityConfig as wasmIdentity } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity';
import { meanConfig as wasmMean } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean';
import { transposeConfig as wasmTranspose } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import '@tensorflow/tfjs-converter/dist/flags';
import { GraphModel } from '@tensorflow/tfjs-converter/dist/executor/graph_model';
import { CLASSES, PIXELS } from './classes.js';
import { softmax } from './softmax.js';

/** What reading takes; WebAssembly's mean transposes too. */
const KERNELS = [cpuFusedConv2D, cpuIdentity, cpuMean, wasmFusedConv2D, wasmIdentity, wasmMean, wasmTranspose];

/** A download that stalls never settles in TensorFlow.js; after this long the JavaScript backend takes over. */
const LONGEST_WASM_START = 10_000;

/** Images in one pass; more are taken in turns, so that memory stays bounded. */
const BATCH = 256;

/** @typedef {'auto' | 'wasm' | 'cpu'} Backend */

/**
 * The network on TensorFlow.js. The only file that calls it; tfjs-core.js and tfjs-ops.js say what of it is built in.
 *
 * @param {import('./model-files.js').ModelFiles} files
 * @param {Backend} backend 'auto' is WebAssembly where it starts, else JavaScript
 * @throws {Error} if 'wasm' is asked for and does not start, or the files are no model
 */
export async function createClassifier(files, backend) {
  KERNELS.forEach(registerKernel);
  const running = await startBackend(backend);
  const model = await loadModel(files);
  const output = files.model.signature.outputs.logits.name;
  const { temperature } = files.card;

  return {
    backend: running,

    /**
     * @param {Float32Array} images n * 784, each 28 x 28 row by row, 0 = paper, 1 = ink
     * @returns {Float32Array} n * 11 probabilities: 0-9, then not a digit
     * @throws {RangeError} if the length is not a multiple of 784
     */
    classify(images) {
      if (images.length % PIXELS) {
        throw new RangeError(`classify takes images of ${PIXELS} values each; got ${images.length} values.`);
      }
      const count = images.length / PIXELS;
      const probabilities = new Float32Array(count * CLASSES);
      for (let first = 0; first < count; first += BATCH) {
        const batch = images.subarray(first * PIXELS, Math.min(count, first + BATCH) * PIXELS);
        probabilities.set(softmax(run(model, output, batch), temperature), first * CLASSES);
      }
      return probabilities;
    },

    /** @returns {number} tensors held: the weights, and nothing that a reading left behind */
    tensors: () => memory().numTensors,
  };
}

/**
 * @param {GraphModel} model
 * @param {string} output
 * @param {Float32Array} images
 * @returns {Float32Array} logits, n * 11
 */
function run(model, output, images) {
  return tidy(() => {
    const input = tensor4d(images, [images.length / PIXELS, 28, 28, 1]);
    const logits = /** @type {import('@tensorflow/tfjs-core').Tensor} */ (model.execute(input, output));
    return /** @type {Float32Array} */ (logits.dataSync());
  });
}

/** @param {import('./model-files.js').ModelFiles} files */
async function loadModel({ model, weights }) {
  const graph = new GraphModel(
    io.fromMemory({
      modelTopology: model.modelTopology,
      signature: model.signature,
      weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
      weightData: weights,
    }),
  );
  await graph.load();
  return graph;
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
  await setBackend('cpu');
  return 'cpu';
}

/** @returns {Promise<boolean>} whether the WebAssembly backend is running */
async function startWasm() {
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
