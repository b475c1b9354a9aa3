import { run } from './run.js';

// The whole of TensorFlow.js, by a script as its own guide has it.
const { tf } = /** @type {any} */ (globalThis);
const { backend } = document.documentElement.dataset;

await run(async () => {
  if (backend === 'wasm') {
    tf.wasm.setWasmPaths(new URL('.', location.href).href);
    tf.wasm.setThreadsCount(1);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`The ${backend} backend did not start.`);
  const model = await tf.loadGraphModel('model/model.json');
  return async (pixels) => {
    const answer = tf.tidy(() => model.execute(tf.tensor4d(pixels, [1, 28, 28, 1])));
    try {
      return await answer.data();
    } finally {
      answer.dispose();
    }
  };
});
