import { expect, test, vi } from 'vitest';
import { readFields } from '../../../web/batch/read-row.js';
import { madeUpNumber, madeUpReading } from '../../support/made-up-reading.js';

const field = {
  name: '',
  area: { x: 0.1, y: 0.2, width: 0.5, height: 0.1 },
  pattern: { kind: /** @type {const} */ ('any') },
};
const picture = { blob: new Blob([]), sizeOf: async () => ({ width: 500, height: 100 }) };

/** @param {number[][]} likely what the network for single digits thinks of each of 0 and 5 */
async function cellsWhere(likely) {
  const classify = vi.fn(async () => Float32Array.from(likely.flat()));
  const read = async () => madeUpReading(madeUpNumber('85', { confidence: 0.98 }));
  const reader = async () => ({ classify, alignForm: vi.fn() });
  const how = { signal: new AbortController().signal, onShare() {} };
  return readFields({ read, reader }, picture, { name: '', fields: [field] }, how);
}

/** @param {number} digit @param {number} share @param {number} other */
const mostly = (digit, share, other) =>
  Array.from({ length: 11 }, (_, each) => (each === digit ? share : each === other ? 1 - share : 0));

test('a field is as sure as it was read where single digits are as sure', async () => {
  const [cell] = await cellsWhere([mostly(8, 0.99, 0), mostly(5, 1, 3)]);
  expect(cell).toMatchObject({ text: '85', confidence: 0.98 });
});

test('a field is no surer than the least sure of its single digits', async () => {
  const [cell] = await cellsWhere([mostly(8, 0.75, 0), mostly(5, 0.875, 3)]);
  expect(cell).toMatchObject({ text: '85', confidence: 0.75 });
});

test('a field is not sure where a single digit is read as another one', async () => {
  const [cell] = await cellsWhere([mostly(8, 0.125, 0), mostly(5, 0.9, 3)]);
  expect(cell).toMatchObject({ text: '85', confidence: 0.125 });
});

test('each field is its share of the picture', async () => {
  /** @type {number[]} */
  const shares = [];
  const read = async (/** @type {unknown} */ _, /** @type {any} */ { onProgress }) => {
    onProgress({ share: 0.5 });
    return madeUpReading();
  };
  const reader = async () => ({ classify: vi.fn(), alignForm: vi.fn() });
  const how = {
    signal: new AbortController().signal,
    onShare: (/** @type {number} */ share) => void shares.push(share),
  };
  await readFields({ read, reader }, picture, { name: '', fields: [field, field] }, how);
  expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
});
