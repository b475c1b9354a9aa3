import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { siteFiles } from './site-files.js';

const COMPRESSIBLE = /\.(html|js|css|json|webmanifest|svg|wasm|bin|md)$/;

/**
 * Writes a Brotli and a gzip version beside each file that gets smaller by it, as static servers look for them.
 *
 * @param {string} folder the built site
 */
export async function precompress(folder) {
  const files = (await siteFiles(folder)).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(files.map((file) => precompressFile(join(folder, file))));
}

/** @param {string} path */
async function precompressFile(path) {
  const content = await readFile(path);
  const versions = {
    br: await promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    gz: await promisify(gzip)(content, { level: 9 }),
  };
  for (const [extension, compressed] of Object.entries(versions)) {
    if (compressed.length < content.length) await writeFile(`${path}.${extension}`, compressed);
  }
}
