import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// TensorFlow.js with every kernel and operation, as most sites have it: the site's own config builds in what ours takes.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
});
