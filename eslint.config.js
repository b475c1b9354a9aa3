import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import globals from 'globals';

export default [
  { ignores: ['dist/', 'dist.new/', 'package/', 'runs/', '.venv/', 'web/model/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-depth': ['error', 5],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': ['error', { allow: ['error', 'warn', 'info', 'debug'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['web/**/*.js'],
    languageOptions: { globals: { ...globals.browser, __INKDIGIT_VERSION__: 'readonly', __CARDS__: 'readonly' } },
    rules: { 'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Use textContent or nodes.' }] },
  },
  {
    files: ['web/sw.js'],
    languageOptions: {
      globals: { ...globals.serviceworker, __PRECACHE__: 'readonly', __FOR_FEW__: 'readonly', __BUILD__: 'readonly' },
    },
  },
  {
    files: ['*.js', 'tools/**', '{bench,tests}/**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // These run in the page, in place of the reader.
    files: ['tests/support/readers/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['examples/**', 'bench/peers/pages/**', 'tools/package/start-worker.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    // A suite is one long function made of short ones.
    files: ['{tests,bench}/**/*.js'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off' },
  },
  prettier,
];
