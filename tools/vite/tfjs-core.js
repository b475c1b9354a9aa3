// What '@tensorflow/tfjs-core' stands for in the built site (an alias in vite.config.js): the library without its
// optimizers and gradients, which only training needs.
import '@tensorflow/tfjs-core/dist/base_side_effects';
export * from '@tensorflow/tfjs-core/dist/base';
