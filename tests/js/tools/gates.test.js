import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkFiles } from '../../../tools/gates/files.js';
import { checkLayers, readImports } from '../../../tools/gates/layers.js';
import { missingPaths } from '../../../tools/gates/paths.js';
import { compareSizes } from '../../../tools/gates/sizes.js';
import { unusedStyles } from '../../../tools/gates/styles.js';

/** @type {string[]} */
const folders = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

/** @param {Record<string, string>} files @param {string[]} [known] */
async function layersOf(files, known) {
  const folder = await mkdtemp(join(tmpdir(), 'inkdigit-gates-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return (await checkLayers(folder, await readImports(folder), known)).problems;
}

/** @param {string} path */
const importing = (path) => `import { a } from '${path}';\nexport const b = a;\n`;
const A = 'export const a = 1;\n';

test.each([
  ['the reader', 'web/reader/read-ink.js', '../shared/a.js', 'web/shared/a.js'],
  ['the texts', 'web/texts/texts.js', '../pad/a.js', 'web/pad/a.js'],
  ['what features share', 'web/shared/dom/drag.js', '../../app/a.js', 'web/app/a.js'],
  ['a feature, of another', 'web/pad/view.js', '../camera/a.js', 'web/camera/a.js'],
  ['a feature, of the app', 'web/pad/view.js', '../app/a.js', 'web/app/a.js'],
  ['the public module', 'web/inkdigit.js', './shared/a.js', 'web/shared/a.js'],
  ['a feature that is new', 'web/scanner/view.js', '../pad/a.js', 'web/pad/a.js'],
])('%s may not import upward', async (_, from, specifier, to) => {
  const problems = await layersOf({ [from]: importing(specifier), [to]: A });
  expect(problems).toEqual([expect.stringMatching(`^${from} → ${to}: .*(Hand|Move|Let|nothing)`)]);
});

test('an import that comes later, or of words with attributes, counts too', async () => {
  const problems = await layersOf({
    'web/pad/view.js': "export const later = () => import('../camera/a.js');\n",
    'web/texts/texts.js': "import words from '../card/words.json' with { type: 'json' };\nexport const b = words;\n",
    'web/camera/a.js': A,
    'web/card/words.json': '{}',
  });
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'web/pad/view.js → web/camera/a.js',
    'web/texts/texts.js → web/card/words.json',
  ]);
});

test('a type in a comment of the reader or of what features share counts too', async () => {
  const problems = await layersOf({
    'web/reader/reading.js': "/** @import { State } from '../app/state.js' */\nexport const b = 1;\n",
    'web/shared/undo.js': "/** @param {import('../pad/a.js').A} a */\nexport const b = (a) => a;\n",
    'web/app/state.js': A,
    'web/pad/a.js': A,
  });
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'web/reader/reading.js → web/app/state.js',
    'web/shared/undo.js → web/pad/a.js',
  ]);
});

test('two files that import each other are told', async () => {
  const problems = await layersOf({ 'web/pad/b.js': importing('./c.js'), 'web/pad/c.js': importing('./b.js') });
  expect(problems[0]).toContain('import each other');
});

test('what stands on lower layers is well', async () => {
  const files = {
    'web/main.js': importing('./app/page.js'),
    'web/app/page.js': importing('../pad/view.js'),
    'web/pad/view.js': importing('../shared/drag.js') + "import c from './pad.css';\nexport { c };\n",
    'web/pad/pad.css': '',
    'web/shared/drag.js': importing('../reader/ink.js'),
    'web/reader/ink.js': A,
  };
  expect(await layersOf(files)).toEqual([]);
});

test('what is known to be wrong is let through until it is mended', async () => {
  const files = { 'web/pad/view.js': importing('../app/a.js'), 'web/app/a.js': A };
  expect(await layersOf(files, ['web/pad/view.js → web/app/a.js'])).toEqual([]);
  expect(await layersOf({ 'web/app/a.js': A }, ['web/pad/view.js → web/app/a.js'])).toEqual([
    expect.stringContaining('take it off'),
  ]);
});

test('files that are too long, and folders that are too full, are told', () => {
  const flat = Array.from({ length: 26 }, (_, index) => ({ path: `web/pad/part-${index}.js`, lines: 100 }));
  const { problems, notes } = checkFiles([...flat, { path: 'server.py', lines: 251 }]);
  expect(problems).toEqual([
    expect.stringContaining('server.py has 251'),
    expect.stringContaining('web/pad/ holds 26'),
  ]);
  expect(notes[0]).toBe('26 JavaScript files in web/');
});

test('a style sheet that nothing imports is told', () => {
  const files = [
    { path: 'web/card/panel.js', text: "import './panel.css';" },
    { path: 'web/card/panel.css', text: '' },
    { path: 'web/card/table.css', text: '' },
    { path: 'web/styles/page.css', text: "@import '../pad/pad.css';" },
    { path: 'web/pad/pad.css', text: '' },
    { path: 'web/index.html', text: '<link rel="stylesheet" href="./styles/page.css">' },
  ];
  expect(unusedStyles(files)).toEqual([expect.stringContaining('web/card/table.css')]);
});

test('a short file with one importer is pointed out', () => {
  const { problems, warnings } = checkFiles([
    { path: 'web/pad/hand.js', lines: 20, importers: 1 },
    { path: 'web/pad/palm.js', lines: 20, importers: 2 },
  ]);
  expect(problems).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('web/pad/hand.js')]);
});

test('a part of the site that outgrows its budget, or has none, is told', () => {
  const { problems } = compareSizes({ page: 101, reader: 100, poster: 1 }, { page: 100, reader: 100 });
  expect(problems).toEqual([expect.stringMatching(/^page: 101 bytes/), expect.stringMatching(/^poster: 1 bytes/)]);
});

test('a path or a link in a document that leads nowhere is told, but no pattern and no address', () => {
  const text =
    'See `web/ui/page.js`, web/pad/, web/*.js, tests/{js,e2e}/ and [this](gone.md), [that](https://a.org/web/b).';
  const problems = missingPaths(text, 'docs/design.md', (path) => path === 'web/pad/');
  expect(problems).toEqual([expect.stringContaining('web/ui/page.js'), expect.stringContaining('docs/gone.md')]);
});
