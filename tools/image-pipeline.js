/**
 * Digits out of pictures, for training: the device's own code makes the ink image; ink is told from paper, and which ink is
 * the digit, by stand-ins, since the page reads sheets, by the labels of their pixels.
 *
 * Standard input holds pictures, one after the other: width and height (uint32, little-endian), then width x height
 * gray values (uint8, row by row, 0 = black). For each, in the same order, standard output gets 796 bytes: how many
 * things were found (uint32, little-endian as all that follows), the box of the digit (x, y, width,
 * height; uint16, in pixels) and its ink image (28 x 28 uint8, 255 = ink). `training/device.py` calls this.
 */
import { readFileSync } from 'node:fs';
import { touchesBorder } from '../web/reader/image/find-lines.js';
import { normalize } from '../web/reader/image/normalize.js';
import { binarize } from './binarize.js';
import { cutOutDigit } from './cut-out-digit.js';
import { pictures } from './pictures.js';

const ANSWER = 12 + 28 * 28;

/** Of what is not the digit, this share of the digit's longer side is a thing; less is a speck. */
const THING = 0.3;

/** @typedef {import('./pictures.js').Gray} Gray */

/** @param {Gray} gray @returns {Buffer} see above */
function answer(gray) {
  const bytes = Buffer.alloc(ANSWER);
  const mask = binarize(gray);
  const part = cutOutDigit(mask);
  if (!part) return bytes;
  const { x, y, width, height } = part.box;
  bytes.writeUInt32LE(1 + countOthers(mask, part));
  [x, y, width, height].forEach((value, index) => bytes.writeUInt16LE(value, 4 + 2 * index));
  normalize(part.mask).forEach((value, index) => bytes.writeUInt8(Math.round(value * 255), 12 + index));
  return bytes;
}

/**
 * The ink that is found once the digit is taken away, but for specks and for what reaches the border.
 *
 * @param {import('../web/reader/image/normalize.js').Mask} mask
 * @param {NonNullable<ReturnType<typeof cutOutDigit>>} digit
 */
function countOthers(mask, digit) {
  let others = 0;
  const left = { ...mask, data: Uint8Array.from(mask.data) };
  const least = THING * Math.max(digit.box.width, digit.box.height);
  for (let part = /** @type {typeof digit | null} */ (digit); part; part = cutOutDigit(left)) {
    const { x, y, width, height } = part.box;
    if (part !== digit && !touchesBorder(part.box, mask) && Math.max(width, height) >= least) others++;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        if (part.mask.data[row * width + column]) left.data[(y + row) * mask.width + x + column] = 0;
      }
    }
  }
  return others;
}

for (const gray of pictures(readFileSync(0))) process.stdout.write(answer(gray));
