import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __INKDIGIT_VERSION__: '"0.0.0-test"' },
  test: { include: ['tests/js/**/*.test.js'] },
});
