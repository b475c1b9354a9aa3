import { MOST_BYTES, problemOf } from './content.js';

/**
 * Files that hold one array of numbers: MNIST's IDX and NumPy's .npy.
 *
 * @typedef {{ name: string, shape: number[], values: ArrayLike<number> }} NumberArray name: of the file, for a person
 * @typedef {{ bytes: number, at: (view: DataView, offset: number, isLittle: boolean) => number }} Type of one number
 */

/** @type {Type} */
const BYTE = { bytes: 1, at: (view, offset) => view.getUint8(offset) };
/** @type {Type} */
const FLOAT = { bytes: 4, at: (view, offset, isLittle) => view.getFloat32(offset, isLittle) };
/** @type {Type} */
const DOUBLE = { bytes: 8, at: (view, offset, isLittle) => view.getFloat64(offset, isLittle) };
/** @type {Type} */
const SHORT = { bytes: 2, at: (view, offset, isLittle) => view.getInt16(offset, isLittle) };
/** @type {Type} */
const INT = { bytes: 4, at: (view, offset, isLittle) => view.getInt32(offset, isLittle) };
/** @type {Type} */
const SIGNED_BYTE = { bytes: 1, at: (view, offset) => view.getInt8(offset) };

/** By the third byte of an IDX file (http://yann.lecun.com/exdb/mnist/). @type {Record<number, Type>} */
const IDX_TYPES = { 0x08: BYTE, 0x09: SIGNED_BYTE, 0x0b: SHORT, 0x0c: INT, 0x0d: FLOAT, 0x0e: DOUBLE };

/** By the type in a header of .npy (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). @type {Record<string, Type>} */
const NPY_TYPES = {
  b1: BYTE,
  u1: BYTE,
  i1: SIGNED_BYTE,
  u2: { bytes: 2, at: (view, offset, isLittle) => view.getUint16(offset, isLittle) },
  i2: SHORT,
  u4: { bytes: 4, at: (view, offset, isLittle) => view.getUint32(offset, isLittle) },
  i4: INT,
  u8: { bytes: 8, at: (view, offset, isLittle) => Number(view.getBigUint64(offset, isLittle)) },
  i8: { bytes: 8, at: (view, offset, isLittle) => Number(view.getBigInt64(offset, isLittle)) },
  f4: FLOAT,
  f8: DOUBLE,
};

const NPY = '\x93NUMPY';

/** @param {Uint8Array} bytes */
export const isNpy = (bytes) => [...NPY].every((sign, at) => bytes[at] === sign.charCodeAt(0));

/** By its first bytes, or by its name where these are not what they should be. @param {Uint8Array} bytes @param {string} name */
export const isIdx = (bytes, name) => (bytes[0] === 0 && bytes[1] === 0) || /idx\d|ubyte/i.test(name);

/**
 * @param {Uint8Array} bytes an IDX file
 * @param {string} name
 * @returns {NumberArray}
 * @throws {Problem} it is none, or has not as many numbers as it announces
 */
export function readIdx(bytes, name) {
  const [zero, other, code, dimensions] = bytes;
  const type = IDX_TYPES[code];
  if (zero !== 0 || other !== 0 || !type || !(dimensions >= 1 && dimensions <= 4)) {
    throw problemOf('testing.problem.magic', { name, magic: hex(bytes.subarray(0, 4)) });
  }
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) throw problemOf('testing.problem.header', { name });
  const view = viewOf(bytes);
  const shape = Array.from({ length: dimensions }, (_, place) => view.getUint32(4 + 4 * place));
  return numbersIn(bytes, start, { name, shape, type, isLittle: false });
}

/**
 * @param {Uint8Array} bytes a .npy file
 * @param {string} name
 * @returns {NumberArray}
 * @throws {Problem} it holds something else than numbers row by row, or not as many as it announces
 */
export function readNpy(bytes, name) {
  const isShort = bytes[6] === 1;
  const first = isShort ? 10 : 12;
  if (bytes.length < first) throw problemOf('testing.problem.header', { name });
  const view = viewOf(bytes);
  const start = first + (isShort ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < start) throw problemOf('testing.problem.header', { name });
  const header = new TextDecoder('latin1').decode(bytes.subarray(first, start));
  const [, order = '', kind = ''] = /'descr':\s*'([<>|=]?)(\w+)'/.exec(header) ?? [];
  const [, lengths = ''] = /'shape':\s*\(([^)]*)\)/.exec(header) ?? [];
  const type = NPY_TYPES[kind];
  const shape = lengths
    .split(',')
    .filter((length) => length.trim())
    .map(Number);
  if (
    !type ||
    /'fortran_order':\s*True/.test(header) ||
    !shape.every((length) => Number.isInteger(length) && length >= 0)
  )
    throw problemOf('testing.problem.npy', { name, kind: header.trim() });
  return numbersIn(bytes, start, { name, shape, type, isLittle: order !== '>' });
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start of the numbers
 * @param {{ name: string, shape: number[], type: Type, isLittle: boolean }} announced by the header, which may be anything
 * @returns {NumberArray}
 */
function numbersIn(bytes, start, { name, shape, type, isLittle }) {
  const count = shape.reduce((product, length) => product * length, 1);
  const [held, wanted] = [bytes.length - start, count * type.bytes];
  // Before memory is taken for them.
  if (wanted > MOST_BYTES) throw problemOf('testing.problem.huge', { name, shape: sizes(shape) });
  if (held !== wanted) throw problemOf('testing.problem.length', { name, shape: sizes(shape), held, wanted });
  if (type === BYTE) return { name, shape, values: bytes.subarray(start) };
  const view = viewOf(bytes);
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = type.at(view, start + at * type.bytes, isLittle);
  return { name, shape, values };
}

/** @param {Uint8Array} bytes */
const viewOf = ({ buffer, byteOffset, byteLength }) => new DataView(buffer, byteOffset, byteLength);

/** @param {Uint8Array} bytes */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** @param {number[]} shape @returns {string} such as 28 × 28 */
export const sizes = (shape) => shape.join(' × ');
