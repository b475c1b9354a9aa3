import { once } from '../../lazy.js';

/**
 * Browsers turn a JPEG as its EXIF says, and a PNG. Of WebP some do, and others show it as it lies.
 */

/** EXIF's tag of the side that is up (CIPA DC-008, 4.6.4 A), and the degrees that its values stand for, clockwise. */
const ORIENTATION = 0x0112;
const DEGREES = [0, 0, 0, 180, 180, 90, 90, 270, 270];

/** Two pixels beside each other, of which EXIF says that they are above each other. */
const TEST =
  'UklGRlQAAABXRUJQVlA4WAoAAAAIAAAAAQAAAAAAVlA4TBMAAAAvAQAAAA8w//M///MfeKhARP8DAEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=';

/**
 * @param {Uint8Array} bytes a picture file of any kind
 * @returns {Promise<90 | 180 | 270 | undefined>} degrees that it still has to be turned, clockwise; undefined for none
 */
export async function turnOfWebp(bytes) {
  const exif = exifOf(bytes);
  const degrees = exif && DEGREES[orientationIn(exif) ?? 0];
  if (!degrees || (await isTurnedByBrowser())) return undefined;
  return /** @type {90 | 180 | 270} */ (degrees);
}

const isTurnedByBrowser = once(async () => {
  const bytes = Uint8Array.from(atob(TEST), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
  return bitmap.height > bitmap.width;
});

/** @param {Uint8Array} bytes @returns {DataView | null} of its chunk EXIF (RFC 9649, 2.7.1.5); null of what has none */
function exifOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textAt = (/** @type {number} */ at) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (textAt(0) !== 'RIFF' || textAt(8) !== 'WEBP') return null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (textAt(at) === 'EXIF') {
      const marked = textAt(start) === 'Exif' ? 6 : 0; // as in a JPEG: some programs write it
      return new DataView(bytes.buffer, bytes.byteOffset + Math.min(start + marked, bytes.length));
    }
    at = start + length + (length % 2);
  }
  return null;
}

/** @param {DataView} view of TIFF @returns {number | null} 1 to 8; null where it does not say */
function orientationIn(view) {
  try {
    const isLittle = view.getUint16(0) === 0x4949;
    const first = view.getUint32(4, isLittle);
    const count = view.getUint16(first, isLittle);
    for (let entry = first + 2; entry < first + 2 + 12 * count; entry += 12) {
      if (view.getUint16(entry, isLittle) === ORIENTATION) return view.getUint16(entry + 8, isLittle);
    }
  } catch (error) {
    // It ends within what it announces.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}
