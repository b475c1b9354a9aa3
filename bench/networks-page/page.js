import { env, ready, setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { loadGraphModel } from '@tensorflow/tfjs-converter';

const PIXELS = 784;

// One thread, as on the site.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': simdUrl,
  'tfjs-backend-wasm-simd.wasm': simdUrl,
  'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
});

/** @type {Map<string, (image: Float32Array) => ArrayLike<number>>} */
const networks = new Map();

/**
 * Loads graph models onto a backend, in place of those before.
 *
 * @param {'wasm' | 'cpu'} backend
 * @param {{ name: string, output: string }[]} models
 * @throws {Error} if the backend does not start
 */
async function load(backend, models) {
  if (!(await setBackend(backend))) throw new Error(`The ${backend} backend did not start.`);
  await ready();
  networks.clear();
  for (const { name, output } of models) {
    const model = await loadGraphModel(`models/${name}/model.json`);
    const tensor = /** @type {any} */ (model.modelSignature).outputs[output].name;
    networks.set(name, (image) =>
      tidy(() => {
        const answer = model.execute(tensor4d(image, [1, 28, 28, 1]), tensor);
        return /** @type {import('@tensorflow/tfjs-core').Tensor} */ (answer).dataSync();
      }),
    );
  }
}

/**
 * @param {string} name
 * @param {number[]} image 784 values of 0..1
 * @param {number} count at least 1
 * @returns {{ times: number[], answer: number[] }} milliseconds of each prediction, from array to array; the last answer
 */
function time(name, image, count) {
  const network = networks.get(name);
  if (!network || image.length !== PIXELS) throw new Error(`No network ${name}, or no image of ${PIXELS} values.`);
  const pixels = Float32Array.from(image);
  const times = [];
  /** @type {ArrayLike<number>} */
  let answer = [];
  for (let number = 0; number < count; number++) {
    const start = performance.now();
    answer = network(pixels);
    times.push(performance.now() - start);
  }
  return { times, answer: Array.from(answer) };
}

Object.assign(globalThis, { bench: { load, time } });
