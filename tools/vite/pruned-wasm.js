import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The kernels that `web/reader/network/networks.js` registers; another one would find nothing to call. */
const KERNELS = ['FusedConv2D', 'Mean', 'Transpose'];

/** What TensorFlow.js' own code around the kernels calls. */
const RUNTIME = [
  'memory',
  '__wasm_call_ctors',
  'init',
  'init_with_threads_count',
  'get_threads_count',
  'register_tensor',
  'dispose_data',
  'dispose',
  'malloc',
  'free',
  'stackSave',
  'stackRestore',
  'stackAlloc',
];

/**
 * Puts TensorFlow.js' WebAssembly into the site without the kernels that no network here uses: half of its bytes.
 *
 * @returns {import('vite').Plugin}
 */
export function prunedWasm() {
  return {
    name: 'inkdigit-pruned-wasm',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      const [file, query] = id.split('?');
      if (query !== 'url' || !file.endsWith('/tfjs-backend-wasm-simd.wasm')) return undefined;
      const source = await pruned(await readFile(file));
      const reference = this.emitFile({ type: 'asset', name: basename(file), source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

/**
 * @param {Uint8Array} whole TensorFlow.js' WebAssembly
 * @param {string[]} [kernels] that stay
 * @returns {Promise<Uint8Array>} it without the other exports, and without what nothing then reaches
 */
export async function pruned(whole, kernels = KERNELS) {
  // It takes its time to load, and is needed by builds alone.
  const { default: binaryen } = await import('binaryen');
  const module = binaryen.readBinary(whole);
  try {
    const kept = new Set([...RUNTIME, ...kernels]);
    const names = Array.from({ length: module.getNumExports() }, (_, index) => {
      return binaryen.getExportInfo(module.getExportByIndex(index)).name;
    });
    for (const name of names) if (!kept.delete(name)) module.removeExport(name);
    if (kept.size) throw new Error(`TensorFlow.js' WebAssembly exports no ${[...kept].join(', ')}.`);
    module.runPasses(['remove-unused-module-elements']);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
