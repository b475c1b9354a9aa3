import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // While one develops, Vite would put what it prepares elsewhere, away from its worker.
  optimizeDeps: { exclude: ['inkdigit'] },
});
