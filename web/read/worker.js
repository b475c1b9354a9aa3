import { createReader } from './reader.js';

// Runs the reader off the main thread. A request is { id, method, argument }, its answer { id, result } or { id,
// error }.

/** @type {Awaited<ReturnType<typeof createReader>>} */
let reader;

/** @type {Record<string, (argument: any) => unknown>} */
const methods = {
  load: async (options) => {
    reader = await createReader(options);
    return reader.info;
  },
  readInk: (ink) => reader.readInk(ink),
  readImage: (source) => reader.readImage(source),
  classify: (images) => reader.classify(images),
  tensors: () => reader.tensors(),
};

self.onmessage = async ({ data: { id, method, argument } }) => {
  try {
    self.postMessage({ id, result: await methods[method](argument) });
  } catch (error) {
    answerWith(id, error);
  } finally {
    if (argument instanceof ImageBitmap) argument.close();
  }
};

/** @param {number} id @param {unknown} error */
function answerWith(id, error) {
  try {
    self.postMessage({ id, error });
  } catch {
    // Its cause cannot be cloned; without an answer the caller would wait for ever.
    self.postMessage({ id, error: new Error(error instanceof Error ? error.message : String(error)) });
  }
}
