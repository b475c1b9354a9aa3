import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };
import { readPictureHeader } from '../../reader/image/file/picture-header.js';
import { PIXELS } from '../../reader/ink/rasterize.js';
import { NOT_A_DIGIT } from '../../reader/network/classes.js';
import { MOST_IMAGES, problemOf } from './content.js';
import { toThumbnail } from './thumbnail.js';

/**
 * Pictures of one digit each, in folders that are named by what is in them.
 *
 * @import { Entry } from './entries.js'
 * @typedef {{ entry: Entry, label: number, part: string }} LabeledPicture
 * @typedef {{ index: number, name: string, blob: Blob }} LargePicture index: its place among the images, which are blank there
 * @typedef {{
 *   images: Uint8Array<ArrayBuffer>,
 *   labels: Uint8Array<ArrayBuffer>,
 *   inverted: number,
 *   laidOut: number,
 *   large: LargePicture[],
 *   leftOut: { index: number, name: string }[],
 * }} Pictures inverted, laidOut: how many were; leftOut: what is no picture, or has no ink in it
 */

/** On its longer side, in pixels: what is no larger is a digit that was cut out already. */
const SMALL = 64;

/** So many are decoded at a time. */
const TOGETHER = 16;

/** Rec. 709, as in training. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];

/** @param {string} name */
export const isPictureName = (name) => /\.(png|jpe?g|webp|gif|bmp)$/i.test(name);

/**
 * @param {Entry[]} entries pictures
 * @returns {LabeledPicture[]} those within a folder that is named 0 to 9, or not-a-digit; part: the folder around it
 */
export function labeledPictures(entries) {
  return entries.flatMap((entry) => {
    const folders = entry.path.split('/').slice(0, -1);
    const at = folders.findLastIndex((name) => /^(\d|not-a-digit)$/.test(name));
    if (at < 0) return [];
    const label = folders[at] === 'not-a-digit' ? NOT_A_DIGIT : Number(folders[at]);
    return [{ entry, label, part: folders.slice(0, at).join('/') }];
  });
}

/**
 * @param {LabeledPicture[]} pictures
 * @param {(done: number) => void} onDone how many are done
 * @returns {Promise<Pictures>}
 * @throws {Problem} there are too many
 */
export async function readPictures(pictures, onDone) {
  const count = pictures.length;
  if (count > MOST_IMAGES) throw problemOf('testing.problem.manyPictures', { count, most: MOST_IMAGES });
  /** @type {Pictures} */
  const read = {
    images: new Uint8Array(count * PIXELS),
    labels: Uint8Array.from(pictures, ({ label }) => label),
    inverted: 0,
    laidOut: 0,
    large: [],
    leftOut: [],
  };
  for (let start = 0; start < count; start += TOGETHER) {
    const some = pictures.slice(start, start + TOGETHER);
    const found = await Promise.all(some.map(({ entry }) => readPicture(entry)));
    found.forEach((picture, at) => {
      const [index, name] = [start + at, some[at].entry.path];
      if (picture === null) read.leftOut.push({ index, name });
      else if (picture instanceof Blob) read.large.push({ index, name, blob: picture });
      else {
        read.images.set(picture.image, index * PIXELS);
        read.inverted += Number(picture.isInverted);
        read.laidOut += Number(picture.isLaidOut);
      }
    });
    onDone(Math.min(count, start + TOGETHER));
  }
  return read;
}

/**
 * @param {Entry} entry
 * @returns {Promise<import('./thumbnail.js').Thumbnail | Blob | null>} the picture itself where it is large; null where it is none, is
 *   broken, or has no ink
 */
async function readPicture({ blob: open }) {
  const blob = open();
  const header = readPictureHeader(new Uint8Array(await blob.arrayBuffer()));
  if (!header || header.width * header.height > preprocessing.picture.mostPixels) return null;
  if (Math.max(header.width, header.height) > SMALL) return blob;
  try {
    return toThumbnail(await grayOf(blob));
  } catch (error) {
    console.debug('Left out:', error);
    return null;
  }
}

/** @param {Blob} blob @returns {Promise<import('./thumbnail.js').Gray>} */
async function grayOf(blob) {
  const bitmap = await createImageBitmap(blob);
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no memory left for the picture.');
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    const { data: colors } = context.getImageData(0, 0, width, height);
    const data = Uint8Array.from({ length: width * height }, (_, at) =>
      Math.round(RED * colors[4 * at] + GREEN * colors[4 * at + 1] + BLUE * colors[4 * at + 2]),
    );
    return { data, width, height };
  } finally {
    bitmap.close();
  }
}
