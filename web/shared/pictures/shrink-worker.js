import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };
import { readPictureHeader } from '../../reader/image/file/picture-header.js';
import { turnedSize } from '../frame/turned.js';

/**
 * @import { Area } from '../frame/area.js'
 * @typedef {{ blob: Blob, longestSide: number, boxes?: ReadonlyArray<Area>, turned?: number }} Wish boxes: of which crops are
 *   wanted, in pixels, turned clockwise by so many degrees, each no longer than the longest side
 * @typedef {{ blob: Blob, width: number, height: number, crops?: Blob[] }} Shrunk width and height are the picture's own, in
 *   pixels; where crops are wanted, blob is the first of them
 */

/** In heights of a box: so much of what is around is seen too. */
const AROUND = 0.25;

/** The reader takes no more: a small file can declare a picture that takes gigabytes to decode. */
const MOST_PIXELS = preprocessing.picture.mostPixels;

self.onmessage = async ({ data }) => {
  try {
    self.postMessage(await shrink(data));
  } catch (error) {
    // It is no picture, or a broken one, which the row tells in the reader's words.
    console.debug('Not to be shown:', error);
    self.postMessage(null);
  }
};

/**
 * @param {Wish} wish
 * @returns {Promise<Shrunk | null>} null where it is no picture
 */
async function shrink({ blob, longestSide, boxes = [], turned = 0 }) {
  const header = readPictureHeader(new Uint8Array(await blob.arrayBuffer()));
  if (!header || header.width * header.height > MOST_PIXELS) return null;
  const bitmap = await createImageBitmap(blob);
  try {
    const { width, height } = bitmap;
    const whole = { x: 0, y: 0, width, height };
    const parts = boxes.length > 0 ? boxes.map((box) => withAir(box, whole)) : [whole];
    const drawn = [];
    for (const part of parts) drawn.push(await redraw(bitmap, part, { longestSide, turned }));
    return { blob: drawn[0], width, height, crops: boxes.length > 0 ? drawn : [] };
  } finally {
    bitmap.close();
  }
}

/** @param {Area} box @param {Area} picture @returns {Area} with a little of what is around it */
function withAir(box, picture) {
  const air = AROUND * Math.min(box.width, box.height);
  const [left, top] = [Math.max(0, box.x - air), Math.max(0, box.y - air)];
  const right = Math.min(picture.width, box.x + box.width + air);
  const bottom = Math.min(picture.height, box.y + box.height + air);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/**
 * @param {ImageBitmap} bitmap
 * @param {Area} part of it
 * @param {{ longestSide: number, turned: number }} how
 * @returns {Promise<Blob>}
 */
function redraw(bitmap, part, { longestSide, turned }) {
  const scale = Math.min(1, longestSide / Math.max(part.width, part.height));
  const [width, height] = [part.width, part.height].map((side) => Math.max(1, Math.round(side * scale)));
  const upright = turnedSize({ width, height }, turned);
  const canvas = new OffscreenCanvas(upright.width, upright.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no memory left for the picture.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, upright.width, upright.height);
  context.imageSmoothingQuality = 'medium';
  context.translate(upright.width / 2, upright.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, -width / 2, -height / 2, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
