// What '@tensorflow/tfjs-core' stands for in the built site (an alias in vite.config.js): the library without its
// optimizers and gradients, which only training needs, and without its stores for models and its platform for Node.js,
// which come with the modules that `base_side_effects` would import. What that does besides is done here.
import { getOrMakeEngine } from '@tensorflow/tfjs-core/dist/engine';
import '@tensorflow/tfjs-core/dist/flags';
import { env } from '@tensorflow/tfjs-core/dist/environment';
import { isTypedArrayBrowser } from '@tensorflow/tfjs-core/dist/platforms/is_typed_array_browser';

export * from '@tensorflow/tfjs-core/dist/base';

getOrMakeEngine();
env().setPlatform('browser', {
  fetch: (path, init) => fetch(path, init),
  now: () => performance.now(),
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
  setTimeoutCustom: setTimeout,
  isTypedArray: isTypedArrayBrowser,
});
