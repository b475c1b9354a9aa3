// What TensorFlow.js' code for threads stands for in the built site (an alias in vite.config.js): the reader starts none.
export const wasmWorkerContents = '';
export default undefined;
