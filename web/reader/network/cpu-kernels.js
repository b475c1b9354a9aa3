// TensorFlow.js' backend in JavaScript: a file of its own, since it is fetched only where WebAssembly does not start.
import '@tensorflow/tfjs-backend-cpu/dist/base';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/FusedConv2D';
import { meanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean';

export const CPU_KERNELS = [fusedConv2DConfig, meanConfig];
