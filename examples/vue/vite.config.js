import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'ink-digit-pad' } } })],
  // While one develops, Vite would put what it prepares elsewhere, away from its worker.
  optimizeDeps: { exclude: ['inkdigit'] },
});
