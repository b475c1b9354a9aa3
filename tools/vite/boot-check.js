import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { minifySync } from 'vite';

/** What the content security policy allows scripts to come from; the page's own check is allowed by its hash. */
const ALLOWED = /script-src 'self'/;

/**
 * Writes a small script into the page, which must run where no other file arrives, and allows it in the policies of the page
 * and of `_headers`.
 *
 * @param {string} source the script's path
 * @returns {import('vite').Plugin}
 */
export function bootCheck(source) {
  const code = minifySync('boot.js', readFileSync(source, 'utf8')).code.trim();
  const hash = createHash('sha256').update(code).digest('base64');
  const allow = (/** @type {string} */ text) => text.replace(ALLOWED, `$& 'sha256-${hash}'`);
  /** @type {import('vite').ResolvedConfig} */
  let config;
  return {
    name: 'inkdigit-boot-check',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => allow(html).replace('</title>', () => `</title>\n    <script>${code}</script>`),
    },
    async writeBundle() {
      const headers = join(resolve(config.root, config.build.outDir), '_headers');
      await writeFile(headers, allow(await readFile(headers, 'utf8')));
    },
  };
}
