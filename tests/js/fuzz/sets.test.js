import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { openSet } from '../../../web/testing/sets/open-set.js';
import { damaged, damagedBytes, fuzz, resultOrProblem } from '../../support/fuzz.js';
import { chosen, gzip, idx, images, kaggle, npy, zip } from '../../support/data-sets.js';
import { at, SHAPES } from '../../support/hand.js';

const PIXELS = 784;
const COUNT = 3;
const LABELS = Uint8Array.from([7, 0, 9]);
const IMAGES = idx([COUNT, 28, 28], images(COUNT));
const IDX_LABELS = idx([COUNT], LABELS);
const NPY = { images: npy([COUNT, 28, 28], images(COUNT)), labels: npy([COUNT], LABELS) };
const LINES = [7, 1, 4].map((label) => ({ strokes: at(SHAPES[label]), label: String(label), writer: 'Ada' }));
const CSV = kaggle([...LABELS], COUNT);
const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

/**
 * A set is opened, its other half is asked for, or words tell what is wrong with it.
 *
 * @param {[path: string, content: string | Uint8Array][]} files
 */
async function open(...files) {
  const choice = files.map(([path, content]) => chosen(path, content));
  const set = await resultOrProblem(() => openSet(choice, {}));
  if (!set) return;
  if ('missing' in set) {
    expect(set.count).toBeGreaterThanOrEqual(0);
    expect((await resultOrProblem(() => openSet(choice, { isUnlabeled: true }))) ?? set).toBeDefined();
    return;
  }
  const count = set.images.length / PIXELS;
  expect(count).toBeGreaterThan(0);
  expect(Number.isInteger(count)).toBe(true);
  expect(set.parts).toContain(set.part);
  if (set.labels) {
    expect(set.labels).toHaveLength(count);
    expect(Math.max(...set.labels)).toBeLessThanOrEqual(10);
  }
  for (const { index, name } of [...set.leftOut, ...set.large]) {
    expect(index).toBeLessThan(count);
    expect(name).not.toBe('');
  }
}

describe('a set of digits that is not what it should be is opened, or refused in words', () => {
  fuzz("as MNIST's files", fc.tuple(damagedBytes(IMAGES), damagedBytes(IDX_LABELS)), ([first, second]) =>
    open(['t10k-images-idx3-ubyte', first], ['t10k-labels-idx1-ubyte', second]),
  );
  fuzz("as MNIST's images whose labels are whole", damagedBytes(IMAGES), (content) =>
    open(['t10k-images-idx3-ubyte', content], ['t10k-labels-idx1-ubyte', IDX_LABELS]),
  );
  fuzz('gzipped', damagedBytes(gzip(IMAGES)), (content) =>
    open(['t10k-images-idx3-ubyte.gz', content], ['t10k-labels-idx1-ubyte.gz', gzip(IDX_LABELS)]),
  );
  fuzz('as arrays of NumPy', fc.tuple(damagedBytes(NPY.images), damagedBytes(NPY.labels)), ([first, second]) =>
    open(['x_test.npy', first], ['y_test.npy', second]),
  );
  fuzz(
    'as an archive of arrays',
    damagedBytes(zip({ 'x_test.npy': NPY.images, 'y_test.npy': NPY.labels })),
    (content) => open(['mnist.npz', content]),
  );
  fuzz('as a zip of pictures', damagedBytes(zip({ '7/a.png': IMAGES, '0/b.jpg': bytesOf('BM') })), (content) =>
    open(['digits.zip', content]),
  );
  fuzz('as a table', damagedBytes(bytesOf(CSV)), (content) => open(['train.csv', content]));
  fuzz('as a table in one of its rows', tables(), (content) => open(['train.csv', content]));
  fuzz('as strokes', damagedBytes(bytesOf(lines(LINES))), (content) => open(['strokes.jsonl', content]));
  fuzz('as strokes in one of their values', damaged(LINES), (rows) =>
    open(['strokes.jsonl', Array.isArray(rows) ? lines(rows) : String(rows)]),
  );
  fuzz('as anything', fc.tuple(names(), fc.uint8Array({ maxLength: 200 })), open);
});

/** @param {unknown[]} rows */
function lines(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** A table of which one field is something else. */
function tables() {
  const rows = CSV.trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  const field = fc.oneof(fc.string(), fc.constantFrom('', '-1', '256', '1e3', '9'.repeat(400), '"', ';', '=1+1'));
  return fc.tuple(fc.nat(COUNT), fc.nat(PIXELS), field).map(([row, column, text]) =>
    rows
      .with(row, rows[row].with(column, text))
      .map((each) => each.join(','))
      .join('\n'),
  );
}

function names() {
  return fc.constantFrom('a.csv', 'a.jsonl', 'x.npy', 'x.npz', 'train-images-idx3-ubyte', 'a.gz', '7/a.png', 'a');
}
