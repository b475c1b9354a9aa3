import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TSC = new URL('../../node_modules/typescript/lib/tsc.js', import.meta.url).pathname;

/** A type of another file: `import('./reading.js').Reading`. */
const ELSEWHERE = /import\('(\.[^']+)\.js'\)\.(\w+)/g;

/** A type that only stands for one of another file, by the same name. */
const ALIAS = /^export type (\w+) = import\('(\.[^']+)\.js'\)\.\1;\s*$/;

/**
 * The types of a public module in one file, made from its JSDoc: TypeScript writes a file of them for each of its
 * modules, of which this keeps what the public one exports and what that is made of.
 *
 * @param {string} project the folder of tsconfig.types.json
 * @param {string} entry the module, by its path in `web/` without `.js`
 * @returns {string} TypeScript that imports nothing
 * @throws {Error} if the types do not hold, or if they take a package's
 */
export function declarations(project, entry) {
  const folder = mkdtempSync(join(tmpdir(), 'inkdigit-types-'));
  try {
    const options = ['--project', join(project, 'tsconfig.types.json'), '--outDir', folder];
    execFileSync(process.execPath, [TSC, ...options], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    return `${gather(folder, entry).join('\n')}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder of declarations
 * @param {string} entry
 * @returns {string[]} statements, those of the entry first
 */
function gather(folder, entry) {
  /** @type {Map<string, { file: string, text: string }>} */
  const taken = new Map();
  /** @param {string} file @param {string} name */
  const take = (file, name) => {
    const statements = statementsOf(join(folder, `${file}.d.ts`));
    const text = hideConstructor(statements.get(name) ?? '');
    const alias = ALIAS.exec(text);
    if (alias) return take(join(dirname(file), alias[2]), name);
    if (!text) throw new Error(`${file} has no type ${name}.`);
    if (taken.has(name)) {
      if (taken.get(name)?.file !== file) throw new Error(`Two types are called ${name}: give one another name.`);
      return;
    }
    const own = text.replaceAll(ELSEWHERE, '$2');
    if (/\bimport\(/.test(own)) throw new Error(`${name} of ${file} needs the types of a package.`);
    taken.set(name, { file, text: own });
    for (const [, path, other] of text.matchAll(ELSEWHERE)) take(join(dirname(file), path), other);
    for (const other of statements.keys()) if (new RegExp(`\\b${other}\\b`).test(text)) take(file, other);
  };
  for (const name of statementsOf(join(folder, `${entry}.d.ts`)).keys()) take(entry, name);
  return [...taken.values()].map(({ text }) => text.trimEnd());
}

/**
 * @param {string} path of a file of declarations
 * @returns {Map<string, string>} what it exports, by name, with the comment before
 */
function statementsOf(path) {
  const parts = readFileSync(path, 'utf8').split(/^(?=export |\/\*\*|import )/m);
  const found = new Map();
  parts.forEach((part, index) => {
    const name = /^export (?:declare )?(?:type|function|class|const) (\w+)/.exec(part)?.[1];
    if (!name) return;
    const before = parts[index - 1] ?? '';
    found.set(name, before.startsWith('/**') && !before.includes('@typedef') ? before + part : part);
  });
  return found;
}

/** Readers are made by `load` alone. @param {string} text */
const hideConstructor = (text) =>
  text.replace(/ {4}\/\*\*(?:(?!\*\/)[^])*\*\/\s*constructor\([^]*?\);/, '    private constructor();');
