import { expect, test } from 'vitest';
import { readPictureHeader } from '../../../web/reader/image/file/picture-header.js';

/** @param {(string | number)[]} parts texts byte by byte, and bytes */
const bytes = (...parts) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));

const zeros = (/** @type {number} */ count) => '\0'.repeat(count);

test.each([
  ['PNG', bytes('\x89PNG\r\n\x1a\n', zeros(4), 'IHDR', 0, 0, 1, 0, 0, 0, 0, 9), 'image/png', 256, 9],
  ['GIF', bytes('GIF89a', 5, 1, 7, 0), 'image/gif', 261, 7],
  ['BMP', bytes('BM', zeros(16), 3, 0, 0, 0, 4, 0, 0, 0), 'image/bmp', 3, 4],
  ['BMP of OS/2', bytes('BM', zeros(12), 12, 0, 0, 0, 3, 1, 4, 0), 'image/bmp', 259, 4],
  ['BMP that begins at its top', bytes('BM', zeros(16), 3, 0, 0, 0, 0xfc, 0xff, 0xff, 0xff), 'image/bmp', 3, 4],
  ['lossy WebP', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), 5, 0x40, 6, 0), 'image/webp', 5, 6],
  ['lossless WebP', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), 0x2f, 4, 0x40, 1, 0), 'image/webp', 5, 6],
  ['extended WebP', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), 4, 0, 1, 5, 0, 0), 'image/webp', 65541, 6],
  [
    'JPEG behind its metadata',
    bytes('\xff\xd8', '\xff\xe0', 0, 4, 'xx', '\xff\xff\xc4', 0, 2, '\xff\xc2', 0, 11, 8, 1, 0, 2, 0),
    'image/jpeg',
    512,
    256,
  ],
])('reads the size of a %s', (_, content, type, width, height) => {
  expect(readPictureHeader(content)).toEqual({ type, width, height });
});

test.each([
  ['nothing', bytes('')],
  ['a text', bytes('BIG NEWS')],
  ['an SVG', bytes('<svg width="9" height="9"/>')],
  ['another RIFF', bytes('RIFF', zeros(4), 'WAVEfmt ', zeros(20))],
  ['a PNG cut short', bytes('\x89PNG\r\n\x1a\n', zeros(6))],
  ['a JPEG without a frame', bytes('\xff\xd8', '\xff\xe0', 0, 4, 'xx', 0)],
  ['a JPEG cut short', bytes('\xff\xd8', '\xff\xe0', 9, 9, 'xx')],
])('finds no picture in %s', (_, content) => {
  expect(readPictureHeader(content)).toBeNull();
});
