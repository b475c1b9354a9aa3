import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build } from 'vite';
import { precacheManifest } from './precache-manifest.js';
import { precompress } from './precompress.js';

/**
 * Finishes a build: writes the service worker, which must know every other file, then the compressed versions of all.
 *
 * @param {{ source: string, version: string }} options the service worker's source, and the site's version
 * @returns {import('vite').Plugin}
 */
export function offlineSite({ source, version }) {
  /** @type {import('vite').ResolvedConfig} */
  let config;
  let isWritten = false;
  return {
    name: 'inkdigit-offline-site',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      /** @param {Error} [error] */
      async handler(error) {
        if (error || !isWritten) return; // the build failed: there is no site to finish, and its own message says why
        const folder = resolve(config.root, config.build.outDir);
        await buildServiceWorker(folder, source, version);
        await precompress(folder);
      },
    },
  };
}

/**
 * Builds sw.js by itself: it is a classic script at a name that never changes, so it can share no chunk with the page.
 *
 * @param {string} folder
 * @param {string} source
 * @param {string} version
 */
async function buildServiceWorker(folder, source, version) {
  const manifest = await precacheManifest(folder);
  const forFew = await precacheManifest(folder, { areForFew: true });
  const hash = createHash('sha256')
    .update(JSON.stringify([version, manifest, forFew]))
    .digest('hex');
  await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      __PRECACHE__: JSON.stringify(manifest),
      __FOR_FEW__: JSON.stringify(forFew),
      __BUILD__: JSON.stringify(`${version}-${hash.slice(0, 12)}`),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}
