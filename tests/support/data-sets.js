import { gzipSync, strToU8, zipSync } from 'fflate';

/** Files of digits as people have them, made small and fast. */

const PIXELS = 784;

/** @param {number} seed @returns {Uint8Array} 784 bytes with paper around them, another image for each seed */
export function image(seed) {
  return Uint8Array.from({ length: PIXELS }, (_, at) => {
    const [row, column] = [Math.floor(at / 28), at % 28];
    const isInside = row > 3 && row < 24 && column > 3 && column < 24;
    return isInside ? (at * 7 + seed * 31) % 256 : 0;
  });
}

/** @param {number} count @param {number} [first] */
export const images = (count, first = 0) =>
  Uint8Array.from(Array.from({ length: count }, (_, at) => [...image(first + at)]).flat());

/** @param {number[]} shape @param {ArrayLike<number>} bytes @param {number} [type] */
export function idx(shape, bytes, type = 8) {
  const lengths = shape.flatMap((length) => [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]);
  return Uint8Array.from([0, 0, type, shape.length, ...lengths, ...Array.from(bytes)]);
}

/** @param {number[]} shape @param {Uint8Array | Float32Array | BigInt64Array} values @param {string} [descr] @param {string} [order] */
export function npy(shape, values, descr = '|u1', order = 'False') {
  const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${shape.join(', ')},), }`;
  const padded = header.padEnd(118 - 1) + '\n';
  const start = [0x93, ...strToU8('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8, ...strToU8(padded)];
  return Uint8Array.from([...start, ...new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]);
}

/** @param {ArrayLike<number>} pixels @param {number | null} label */
const row = (pixels, label) => [...(label === null ? [] : [label]), ...Array.from(pixels)].join(',');

/** Kaggle's: label, pixel0 to pixel783. @param {number[] | null} labels null for the test file @param {number} count */
export function kaggle(labels, count) {
  const head = [...(labels ? ['label'] : []), ...Array.from({ length: PIXELS }, (_, at) => `pixel${at}`)].join(',');
  return [head, ...Array.from({ length: count }, (_, at) => row(image(at), labels?.[at] ?? null)), ''].join('\n');
}

/** @param {Record<string, Uint8Array>} files */
export const zip = (files) => zipSync(files);
export const gzip = gzipSync;

/** @param {string} path @param {string | Uint8Array} content */
export const chosen = (path, content) => ({
  path,
  file: new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (typeof content === 'string' ? strToU8(content) : content)]),
});
