import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __INKDIGIT_VERSION__: '"0.0.0-test"' },
  // Pictures are read in some: many times as long as on an idle machine.
  test: { include: ['tests/js/**/*.test.js'], testTimeout: 60_000 },
});
