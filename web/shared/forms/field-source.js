import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };

/**
 * @import { Area, Size } from '../frame/area.js'
 * @typedef {{
 *   take: (area: Area) => Promise<{ source: Blob | ImageBitmap, area?: Area, offset: { x: number, y: number } }>,
 *   close: () => void,
 * }} FieldSource `take` gives what the reader is to read, which part of it, and where in the picture that begins
 */

/** Pixels from which on decoding a picture costs more than a field: it is then decoded once, and not for each field. */
const LARGE = 4e6;

/** Above, the reader refuses a picture before anything decodes it. */
const MOST = preprocessing.picture.mostPixels;

/**
 * Where the fields of a picture come from.
 *
 * @param {Blob} blob
 * @param {Size} size
 * @param {number} parts how many of it will be read
 * @returns {Promise<FieldSource>}
 */
export async function openFieldSource(blob, { width, height }, parts) {
  const pixels = width * height;
  const whole = parts > 1 && pixels > LARGE && pixels <= MOST ? await decodeWhole(blob) : null;
  if (whole?.width !== width || whole.height !== height) {
    whole?.close();
    return { take: async (area) => ({ source: blob, area, offset: { x: 0, y: 0 } }), close() {} };
  }
  return {
    async take(area) {
      const source = await createImageBitmap(whole, area.x, area.y, area.width, area.height);
      return { source, offset: { x: area.x, y: area.y } };
    },
    close: () => whole.close(),
  };
}

/** @param {Blob} blob @returns {Promise<ImageBitmap | null>} null for what the reader itself should refuse, in its words */
async function decodeWhole(blob) {
  return createImageBitmap(blob).catch(() => null);
}
