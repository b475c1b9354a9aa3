// The operations that logits are made of, in place of all that the converter could run (an alias in vite.config.js):
// the graph executor looks them up by name.
export { clone } from '@tensorflow/tfjs-core/dist/ops/clone';
export { mean } from '@tensorflow/tfjs-core/dist/ops/mean';
export { scalar } from '@tensorflow/tfjs-core/dist/ops/scalar';
import { conv2d } from '@tensorflow/tfjs-core/dist/ops/fused/conv2d';
export const fused = { conv2d };
