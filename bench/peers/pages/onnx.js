import { run } from './run.js';

const { ort } = /** @type {any} */ (globalThis);

await run(async () => {
  ort.env.wasm.wasmPaths = new URL('.', location.href).href;
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create('model.onnx', { executionProviders: ['wasm'] });
  return async (pixels) => {
    const { logits } = await session.run({ ink: new ort.Tensor('float32', pixels, [1, 28, 28, 1]) });
    return logits.data;
  };
});
