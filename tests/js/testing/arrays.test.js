import { describe, expect, it } from 'vitest';
import { openSet } from '../../../web/testing/sets/open-set.js';
import { chosen, gzip, idx, image, images, npy, zip } from '../../support/data-sets.js';

const LABELS = [5, 0, 4];
const IMAGES = idx([3, 28, 28], images(3));

/** @param {Array<[string, Uint8Array | string]>} files @param {import('../../../web/testing/sets/open-set.js').Wish} [wish] */
const open = (files, wish = {}) =>
  openSet(
    files.map(([path, content]) => chosen(path, content)),
    wish,
  );

/** @param {Array<[string, Uint8Array | string]>} files @param {import('../../../web/testing/sets/open-set.js').Wish} [wish] */
async function opened(files, wish) {
  const set = await open(files, wish);
  if ('missing' in set) throw new Error(`${set.missing} are missing`);
  return set;
}

/** @param {Array<[string, Uint8Array | string]>} files @param {import('../../../web/testing/sets/open-set.js').Wish} [wish] */
const problem = (files, wish) =>
  open(files, wish).then(
    () => null,
    ({ code, values }) => ({ code: code.replace('testing.problem.', ''), ...values }),
  );

describe("MNIST's IDX files", () => {
  it.each([
    ['plain', (/** @type {Uint8Array} */ bytes) => bytes],
    ['gzipped', gzip],
  ])('are opened %s, in any order', async (_, pack) => {
    const set = await opened([
      ['t10k-labels-idx1-ubyte', pack(idx([3], LABELS))],
      ['t10k-images-idx3-ubyte', pack(IMAGES)],
    ]);
    expect([...(set.labels ?? [])]).toEqual(LABELS);
    expect(set.images).toEqual(images(3));
    expect(set.changes).toEqual([]);
  });

  it('wait for the other half', async () => {
    const half = await open([['images', IMAGES]]);
    expect(half).toEqual({ missing: 'labels', name: 'images', count: 3 });
    expect(await open([['labels', idx([3], LABELS)]])).toEqual({ missing: 'images', name: 'labels', count: 3 });
  });

  it('are read without labels where there are none', async () => {
    expect((await opened([['images', IMAGES]], { isUnlabeled: true })).labels).toBeNull();
  });

  it('belong together by their names where there are more, and what is for testing comes first', async () => {
    /** @type {Array<[string, Uint8Array]>} */
    const files = [
      ['train-images-idx3-ubyte', idx([2, 28, 28], images(2))],
      ['train-labels-idx1-ubyte', idx([2], [1, 2])],
      ['t10k-images-idx3-ubyte', IMAGES],
      ['t10k-labels-idx1-ubyte', idx([3], LABELS)],
    ];
    const test = await opened(files);
    expect([test.parts, test.part, test.labels?.length]).toEqual([['train', 't10k'], 't10k', 3]);
    const train = await opened(files, { part: 'train' });
    expect([...(train.labels ?? [])]).toEqual([1, 2]);
  });

  it('of QMNIST have labels of eight numbers, of which the first is the digit', async () => {
    const rows = LABELS.flatMap((label) => [0, 0, 0, label, ...Array.from({ length: 28 }, () => 9)]);
    const set = await opened([
      ['qmnist-test-images-idx3-ubyte', IMAGES],
      ['qmnist-test-labels-idx2-int', idx([3, 8], rows, 0x0c)],
    ]);
    expect([...(set.labels ?? [])]).toEqual(LABELS);
  });

  it('of EMNIST are turned upright, and it is said', async () => {
    const set = await opened([
      ['emnist-digits-test-images-idx3-ubyte', IMAGES],
      ['emnist-digits-test-labels-idx1-ubyte', idx([3], LABELS)],
    ]);
    expect(set.changes).toEqual([{ change: 'turned', count: 3 }]);
    expect(set.images[10 * 28 + 5]).toBe(image(0)[5 * 28 + 10]);
  });

  it('that are dark on light are inverted, and it is said', async () => {
    const dark = images(3).map((value) => 255 - value);
    const set = await opened([['x', idx([3, 28, 28], dark)]], { isUnlabeled: true });
    expect(set.images).toEqual(images(3));
    expect(set.changes).toEqual([{ change: 'inverted', count: 3 }]);
  });
});

describe('a broken IDX file', () => {
  const labels = /** @type {[string, Uint8Array]} */ (['labels-idx1', idx([3], LABELS)]);
  it.each([
    ['wrong magic', [['a-idx3', Uint8Array.from([1, 2, 8, 3, 0, 0])]], { code: 'magic', magic: '01 02 08 03' }],
    ['an unknown type', [['a-idx3', Uint8Array.from([0, 0, 7, 3, 0, 0])]], { code: 'magic' }],
    ['a header that is cut off', [['a-idx3', Uint8Array.from([0, 0, 8, 3, 0, 0])]], { code: 'header' }],
    ['the end cut off', [['a', IMAGES.subarray(0, 2000)]], { code: 'length', shape: '3 × 28 × 28', wanted: 2352 }],
    ['more than it announces', [['a', Uint8Array.from([...IMAGES, 0])]], { code: 'length', held: 2353 }],
    ['a size that no memory holds', [['a', idx([4294967295, 65535, 65535], [])]], { code: 'huge' }],
    ['images of 27 × 27', [['a', idx([2, 27, 27], new Uint8Array(1458))]], { code: 'size', size: '27 × 27' }],
    ['no images', [['a', idx([0, 28, 28], [])]], { code: 'none' }],
    [
      'a label that is no digit',
      [
        ['a', IMAGES],
        ['b', idx([3], [1, 12, 3])],
      ],
      { code: 'label', index: 1, label: '12' },
    ],
    ['more labels than images', [['a', idx([2, 28, 28], images(2))], labels], { code: 'counts', labels: 3, images: 2 }],
  ])('is refused for %s', async (_, files, found) => {
    expect(await problem(/** @type {any} */ (files))).toMatchObject(found);
  });

  it('is refused where its gzip is cut off', async () => {
    const cut = gzip(IMAGES);
    expect(await problem([['a.gz', cut.subarray(0, cut.length - 40)]])).toMatchObject({ code: 'gzip', name: 'a.gz' });
  });

  it('is refused where two are for the same part', async () => {
    const found = await problem([
      ['test-images', IMAGES],
      ['test_images', IMAGES],
    ]);
    expect(found).toMatchObject({ code: 'twice', name: 'test_images', other: 'test-images' });
  });
});

describe('NumPy files', () => {
  const test = { 'x_test.npy': npy([3, 28, 28], images(3)), 'y_test.npy': npy([3], Uint8Array.from(LABELS)) };

  it("are opened as Keras' mnist.npz: the test half first, the training half as the other part", async () => {
    const all = {
      'x_train.npy': npy([2, 28, 28], images(2, 5)),
      'y_train.npy': npy([2], BigInt64Array.from([8n, 9n]), '<i8'),
      ...test,
    };
    const set = await opened([['mnist.npz', zip(all)]]);
    expect([set.part, [...(set.labels ?? [])]]).toEqual(['test', LABELS]);
    expect(set.images).toEqual(images(3));
    const train = await opened([['mnist.npz', zip(all)]], { part: 'train' });
    expect([...(train.labels ?? [])]).toEqual([8, 9]);
  });

  it('may be two .npy, with images of one channel, of 0 to 1, and a column a digit', async () => {
    const oneHot = LABELS.flatMap((label) => Array.from({ length: 10 }, (_, digit) => Number(digit === label)));
    const set = await opened([
      [
        'test_images.npy',
        npy(
          [3, 28, 28, 1],
          Float32Array.from(images(3), (value) => value / 255),
          '<f4',
        ),
      ],
      ['test_labels.npy', npy([3, 10], Float32Array.from(oneHot), '<f4')],
    ]);
    expect([...(set.labels ?? [])]).toEqual(LABELS);
    expect(set.images).toEqual(images(3));
  });

  it.each([
    ['of objects', npy([3, 28, 28], images(3), '|O'), { code: 'npy' }],
    ['column by column', npy([3, 28, 28], images(3), '|u1', 'True'), { code: 'npy' }],
    ['cut off', npy([3, 28, 28], images(2)), { code: 'length', held: 1568, wanted: 2352 }],
    ['a size that no memory holds', npy([1e9, 28, 28], images(1)), { code: 'huge' }],
    [
      'values that are no grays',
      npy(
        [1, 28, 28],
        Float32Array.from(images(1), (v) => v / 99 - 1),
        '<f4',
      ),
      { code: 'pixel', index: 0 },
    ],
  ])('are refused where they are %s', async (_, bytes, found) => {
    expect(await problem([['x.npy', bytes]])).toMatchObject(found);
  });
});

describe('other files', () => {
  it.each([
    ['an empty one', [['a.csv', '']], 'empty'],
    ['text', [['notes.txt', 'Seven, or one?']], 'kind'],
    ['a zip of nothing that is known', [['a.zip', zip({ 'a.txt': new Uint8Array([65, 66]) })]], 'kind'],
    ['a zip that is cut off', [['a.zip', zip(/** @type {any} */ ({ 'a.npy': IMAGES })).subarray(0, 500)]], 'zip'],
    [
      'several kinds',
      [
        ['a', IMAGES],
        ['b.jsonl', '{"strokes": [], "label": "1"}'],
      ],
      'mixed',
    ],
    ['pictures in no folder of a digit', [['seven.png', 'x']], 'folders'],
  ])('are refused: %s', async (_, files, code) => {
    expect((await problem(/** @type {any} */ (files)))?.code).toBe(code);
  });

  it('that lie beside a set in its folder are passed over', async () => {
    const set = await opened([
      ['mnist/README', 'THE MNIST DATABASE'],
      ['mnist/.DS_Store', 'x'],
      ['mnist/t10k-images-idx3-ubyte', IMAGES],
      ['mnist/t10k-labels-idx1-ubyte', idx([3], LABELS)],
    ]);
    expect([...(set.labels ?? [])]).toEqual(LABELS);
  });
});
