import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { siteFiles } from '../vite/site-files.js';
import { RULES, TYPE_RULES } from './layer-rules.js';

/**
 * @import { ICruiseResult } from 'dependency-cruiser'
 * @import { LayerRule } from './layer-rules.js'
 * @typedef {{ from: string, to: string, rule: string }} Violation
 */

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const TYPE_IMPORT = /(?:from|import\()\s*['"](\.[^'"]+)['"]/g;

/**
 * Finds which file of a `web` folder imports which, at once or later, and what of that is against the rules.
 * @param {string} folder that `web` lies in
 * @returns {Promise<ICruiseResult>}
 */
export async function readImports(folder) {
  const { output } = await cruise(['web'], {
    baseDir: folder,
    doNotFollow: { path: 'node_modules' },
    ruleSet: { forbidden: RULES },
    validate: true,
  });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/**
 * Holds the imports of a `web` folder, and the types that its comments import, against the rules in layer-rules.js.
 *
 * @param {string} folder that `web` lies in
 * @param {ICruiseResult} imports
 * @param {string[]} [known] 'file → file' that is wrong and is to be mended
 */
export async function checkLayers(folder, { summary }, known = []) {
  const atRunTime = summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }));
  const wrong = [...atRunTime, ...(await wrongTypes(folder))].map((each) => ({
    names: `${each.from} → ${each.to}`,
    advice: RULES.find(({ name }) => name === each.rule)?.comment,
  }));
  const mended = known.filter((names) => !wrong.some((each) => each.names === names));
  return {
    problems: [
      ...wrong.filter(({ names }) => !known.includes(names)).map(({ names, advice }) => `${names}: ${advice}`),
      ...mended.map((names) => `${names} is mended: take it off the list of known ones.`),
    ],
    notes: [`${atRunTime.length} upward or circular imports`],
  };
}

/** @param {string} folder @returns {Promise<Violation[]>} by the types that JSDoc imports, which no bundler sees */
async function wrongTypes(folder) {
  const files = (await siteFiles(`${folder}/web`)).filter((file) => file.endsWith('.js')).map((file) => `web/${file}`);
  const found = files.map(async (from) => {
    const comments = (await readFile(`${folder}/${from}`, 'utf8')).match(COMMENT) ?? [];
    const named = comments.flatMap((comment) => [...comment.matchAll(TYPE_IMPORT)].map((match) => match[1]));
    return [...new Set(named)]
      .map((path) => posix.join(posix.dirname(from), path))
      .flatMap((to) =>
        TYPE_RULES.filter((rule) => breaks(rule, from, to)).map(({ name }) => ({ from, to, rule: name })),
      );
  });
  return (await Promise.all(found)).flat();
}

/** @param {LayerRule} rule @param {string} from @param {string} to */
function breaks({ from: above, to: below }, from, to) {
  const matches = (/** @type {string | undefined} */ pattern, /** @type {string} */ path) =>
    pattern !== undefined && new RegExp(pattern).test(path);
  return matches(above.path, from) && matches(below.path, to) && !matches(below.pathNot, to);
}
