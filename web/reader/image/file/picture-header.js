/**
 * @typedef {{ type: string, width: number, height: number }} Header
 */

/**
 * Reads what a picture file says of itself, from its first bytes: they decide its kind, not its name. A small
 * file can declare a picture that takes gigabytes to decode, so its dimensions are read before it is.
 *
 * @param {Uint8Array} bytes the file; a JPEG's size lies behind its metadata, which may be megabytes
 * @returns {Header | null} pixels, before any turn by EXIF; null for what is not a PNG, JPEG, WebP, GIF or BMP
 */
export function readPictureHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) {
      return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
    }
    if (startsWith(bytes, 'GIF8')) {
      return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    if (startsWith(bytes, 'BM')) {
      return { type: 'image/bmp', ...bmpSize(view) };
    }
    if (startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP')) return webpHeader(bytes, view);
    if (startsWith(bytes, '\xff\xd8')) return jpegHeader(view);
  } catch (error) {
    // The file ends within its header.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** @param {Uint8Array} bytes @param {string} text */
const startsWith = (bytes, text) => Array.from(text).every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** A header of twelve bytes is that of OS/2, whose sizes are shorter. @param {DataView} view */
const bmpSize = (view) =>
  view.getUint32(14, true) === 12
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };

/**
 * The three kinds of WebP (RFC 9649): lossy, lossless, extended.
 *
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @returns {Header | null}
 */
function webpHeader(bytes, view) {
  const type = 'image/webp';
  const kind = bytes.subarray(12);
  if (startsWith(kind, 'VP8 ')) {
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (startsWith(kind, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (startsWith(kind, 'VP8X')) {
    const size = (/** @type {number} */ at) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
    return { type, width: size(24), height: size(27) };
  }
  return null;
}

/**
 * From marker to marker to the frame header (ITU-T T.81, B.2.2): FFC0 to FFCF without FFC4, FFC8 and FFCC.
 *
 * @param {DataView} view
 * @returns {Header | null}
 */
function jpegHeader(view) {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // a fill byte
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}
