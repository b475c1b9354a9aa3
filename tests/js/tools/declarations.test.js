import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { declarations } from '../../../tools/vite/declarations.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const GUIDE = readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8');

const PAGE = `
  import { load, Reader, type Reading } from './inkdigit/inkdigit.js';
  const reader: Reader = await load({ backend: 'auto' });
  const reading: Reading = await reader.readInk([[{ x: 18, y: 8 }, { x: 80, y: 8, t: 12 }]], { masks: ['##'] });
`;

const EVERYTHING = `${PAGE}
  for (const { text, confidence, box, line, digits, separators, alternatives } of reading.numbers) {
    const [digit] = digits;
    const best: number | null = digit.digit;
    const row: number = digit.probabilities[0] + digit.image[0] + digit.box.x + digit.confidence;
    const sign: [string, number, number] = [separators[0].text, separators[0].after, separators[0].box.width];
    console.log(text, confidence, box.height, line, best, row, sign, alternatives[0].text.length);
  }
  const [{ box }] = reading.skipped;
  const onProgress = ({ stage, share }: { stage: string, share: number }) => console.log(stage, share);
  await reader.readImage(new Blob(), { area: box, onProgress, signal: AbortSignal.timeout(100) });
  const { logits, probabilities, evidence, layers } = await reader.explain(reading.numbers[0].digits[0].image);
  console.log(logits[0], probabilities[10], evidence.data[0], evidence.height, layers[0].name, layers[0].channels);
  const shares: Float32Array = await reader.classify(new Float32Array(784));
  console.log(shares, reader.info.version, reader.info.model.thresholds.unsure, await reader.tensors());
  reader.close();
`;

const MISTAKES = {
  'a backend that there is not': "await load({ backend: 'webgl' });",
  'ink that is no strokes': 'await reader.readInk([18]);',
  'a part that a reading has not': 'console.log(reading.numbers[0].certainty);',
  'a digit that may be none': 'const digit: number = reading.numbers[0].digits[0].digit;',
  'a reader made by hand': 'new Reader();',
};

let types = '';

/** Compiled all at once, which takes seconds: a page by its name, and the compiler's complaints. */
let complaints = '';

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'inkdigit-embedding-'));
  try {
    types = declarations(ROOT, 'inkdigit');
    mkdirSync(join(folder, 'inkdigit'));
    writeFileSync(join(folder, 'inkdigit', 'inkdigit.d.ts'), types);
    const pages = {
      guide: /<script type="module">([^]*?)<\/script>/.exec(GUIDE)?.[1] ?? '',
      everything: EVERYTHING,
      ...Object.fromEntries(Object.values(MISTAKES).map((line, index) => [`mistake${index}`, PAGE + line])),
    };
    for (const [name, code] of Object.entries(pages)) writeFileSync(join(folder, `${name}.ts`), code);
    const options = ['--strict', '--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler', '--types', ''];
    complaints = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/typescript/lib/tsc.js'),
        ...[...options, '--lib', 'es2022,dom', '--skipDefaultLibCheck'],
        ...Object.keys(pages).map((name) => `${name}.ts`),
      ],
      { cwd: folder, encoding: 'utf8' },
    ).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/** @param {string} page */
const complaintsOf = (page) => complaints.split('\n').filter((line) => line.startsWith(`${page}.ts(`));

describe('the types for those who embed', () => {
  test('are one file that needs no other', () => {
    expect(types).toMatch(/export declare function load/);
    expect(types).not.toMatch(/\bimport\b/);
  });

  test('are without a mistake of their own', () => {
    expect(complaintsOf('inkdigit/inkdigit.d')).toEqual([]);
  });

  test('fit the example of the guide', () => {
    expect(GUIDE).toMatch(/<script type="module">[^<]*readInk/);
    expect(complaintsOf('guide')).toEqual([]);
  });

  test('tell of every part of a reading', () => {
    expect(complaintsOf('everything')).toEqual([]);
  });

  test.each(Object.keys(MISTAKES).map((name, index) => [name, index]))('refuse %s', (_, index) => {
    expect(complaintsOf(`mistake${index}`)).toEqual([expect.stringMatching(/\.ts\(5,\d+\): error/)]);
  });
});
