/**
 * Knip looks for files, exports and packages that nobody uses. The exclamation mark is its word for what ships:
 * with `--production` it tells, too, which exports only tests use.
 *
 * @type {import('knip').KnipConfig}
 */
export default {
  entry: [
    'web/sw.js!',
    'web/reader/worker.js!',
    'web/embed/{ink-digit-pad,handwriting,demo}.js!', // built by tools/vite/embedded.js
    'tools/package/*.js',
    'web/shared/pictures/shrink-worker.js!',
    'web/shared/pdf/pdf-worker.js!',
    'tools/*.{js,cjs}', // started by Python and by the shell
    'tools/gates/run.js',
    'tools/vite/{tfjs-core,no-threads}.js', // which Vite puts in the place of modules of TensorFlow.js
    'tests/support/readers/*.js', // put into the page by tests in Python
    'tests/support/fuzz-reporter.js', // named by `make fuzz`
    'bench/networks-page/{page,vite.config}.js', // built by bench/networks.py
    'bench/peers/pages/*.js', // hosted by bench/peers/contenders.py
  ],
  project: ['web/**/*.js!', '{tools,bench,tests}/**/*.{js,cjs}', '*.js'],
  ignoreDependencies: [
    'axe-core', // run by tests/e2e/accessibility
    'lighthouse', // run by bench/lighthouse.py
    ...['react', 'react-dom', 'vue', '@vitejs/plugin-vue', 'webpack'], // of examples/, built by tests/e2e/embed
  ],
  ignoreIssues: { 'tools/vite/{tfjs-core,no-threads}.js': ['exports'] },
};
