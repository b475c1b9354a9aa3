/**
 * Checks what linters do not see: who imports whom, what nobody uses, how large the site's parts are, how long files
 * are, and whether the documents name what is there. `--short-files` lists files that may live better with their importer.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { checkFiles, readCode } from './files.js';
import { checkLayers, readImports } from './layers.js';
import { checkPaths } from './paths.js';
import { checkSizes } from './sizes.js';
import { readImporters, unusedStyles } from './styles.js';
import known from './known.json' with { type: 'json' };

/** @typedef {{ problems: string[], notes: string[], warnings?: string[] }} Outcome */

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<Outcome>} */
async function checkUnused() {
  const styles = unusedStyles(await readImporters(FOLDER));
  try {
    await promisify(execFile)('node_modules/.bin/knip', ['--config', 'tools/gates/unused.js', '--no-progress'], {
      cwd: FOLDER,
    });
    return { problems: styles, notes: ['files, exports, packages and style sheets'] };
  } catch (error) {
    const { stdout } = /** @type {{ stdout?: string }} */ (error);
    if (!stdout) throw error;
    return { problems: [...styles, `remove what nobody uses, or do not export it:\n${stdout.trimEnd()}`], notes: [] };
  }
}

/** @returns {Promise<[string, Outcome][]>} */
async function check() {
  const imports = readImports(FOLDER);
  const files = async () => {
    const importers = new Map((await imports).modules.map(({ source, dependents }) => [source, dependents.length]));
    const code = (await readCode(FOLDER)).map((each) => ({ ...each, importers: importers.get(each.path) }));
    return checkFiles(code, known.long);
  };
  /** @type {[string, Promise<Outcome>][]} */
  const checks = [
    ['layers', imports.then((read) => checkLayers(FOLDER, read, known.layers))],
    ['unused', checkUnused()],
    ['files', files()],
    ['paths', checkPaths(FOLDER)],
    ['sizes', checkSizes()],
  ];
  return Promise.all(checks.map(async ([name, outcome]) => /** @type {[string, Outcome]} */ ([name, await outcome])));
}

const outcomes = await check();
for (const [name, { problems, notes, warnings = [] }] of outcomes) {
  console.info(`${problems.length > 0 ? 'FAILED' : 'ok    '}  ${name}: ${notes.join('; ')}`);
  for (const problem of problems) console.info(`  ${problem}`);
  if (warnings.length === 0) continue;
  if (process.argv.includes('--short-files')) for (const warning of warnings) console.info(`  ${warning}`);
  else
    console.info(
      `  ${warnings.length} short files with one importer (node tools/gates/run.js --short-files lists them)`,
    );
}
if (outcomes.some(([, { problems }]) => problems.length > 0)) process.exitCode = 1;
