import preprocessing from '../../reader/preprocessing.json' with { type: 'json' };

/**
 * @import { Shrinker } from '../../shared/pictures/shrinker.js'
 * @typedef {{ blob: Blob, scale: number }} SmallPicture scale: its pixels to those of the picture that was opened
 */

/** Bytes; smaller files are kept as they are. */
const SMALL = 500_000;
/** Pixels; the reader itself looks at no more, so that a picture out of the history reads the same. */
const LONGEST_SIDE = preprocessing.picture.longestSide;
/** Bytes that no kept picture is larger than. */
const MOST = 2_000_000;

/**
 * @param {Blob} file
 * @param {{ width: number, height: number }} size in pixels
 * @param {Shrinker['shrink']} shrink
 * @returns {Promise<SmallPicture | null>} null where it cannot be made small
 */
export async function smallPicture(file, { width, height }, shrink) {
  if (file.size <= SMALL) return { blob: file, scale: 1 };
  const shrunk = await shrink(async () => file, LONGEST_SIDE);
  if (!shrunk || shrunk.blob.size > MOST) return null;
  return { blob: shrunk.blob, scale: Math.min(1, LONGEST_SIDE / Math.max(width, height)) };
}
