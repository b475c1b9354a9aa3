/**
 * What the device proposes as digits in pictures of numbers, for training: everything in web/image/ behind `decode`.
 *
 * Standard input holds pictures as for image-pipeline.js. For each, in the same order, standard output gets how many
 * segments are proposed (uint32, little-endian as all that follows), then for each segment 796 bytes: its box (x, y,
 * width, height; uint16, in pixels), geometry's cost (float32) and its ink image (28 x 28 uint8, 255 = ink).
 */
import { readFileSync } from 'node:fs';
import { binarize } from '../web/image/binarize.js';
import { findLines } from '../web/image/find-lines.js';
import { propose } from '../web/image/propose.js';
import { removeRules } from '../web/image/rules.js';
import { pictures } from './pictures.js';

/** @param {import('../web/image/decode.js').Gray} gray @returns {Buffer} see above */
function answer(gray) {
  const mask = removeRules(binarize(gray));
  const { labeled, lines } = findLines(mask);
  const segments = lines.flatMap(
    (line) => propose(labeled, line, { stroke: mask.stroke, mayBeSeveral: () => true }).segments,
  );
  const bytes = Buffer.alloc(4 + 796 * segments.length);
  bytes.writeUInt32LE(segments.length);
  segments.forEach(({ box, cost, image }, index) => {
    const start = 4 + 796 * index;
    [box.x, box.y, box.width, box.height].forEach((value, place) => bytes.writeUInt16LE(value, start + 2 * place));
    bytes.writeFloatLE(cost, start + 8);
    image.forEach((value, pixel) => bytes.writeUInt8(Math.round(value * 255), start + 12 + pixel));
  });
  return bytes;
}

for (const gray of pictures(readFileSync(0))) process.stdout.write(answer(gray));
