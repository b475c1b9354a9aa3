/**
 * A network's weights, as TensorFlow.js' converter keeps them. TensorFlow.js' own decoder also knows texts, complex numbers
 * and files in pieces, for two kilobytes of a first visit.
 *
 * @typedef {import('@tensorflow/tfjs-core').io.WeightsManifestEntry} Described
 * @typedef {{ name: string, values: Float32Array | Int32Array, shape: number[], dtype: Described['dtype'] }} Weight
 */

/** How numbers lie in a file of weights. */
const KEPT = { float32: Float32Array, float16: Uint16Array, int32: Int32Array, uint8: Uint8Array };

/**
 * @param {ArrayBuffer} bytes
 * @param {Described[]} described in the order of the bytes
 * @returns {Weight[]}
 * @throws {RangeError} where there are fewer bytes than described
 */
export function decodeWeights(bytes, described) {
  let start = 0;
  return described.map(({ name, shape, dtype, quantization }) => {
    const Kept = KEPT[/** @type {keyof typeof KEPT} */ (quantization?.dtype ?? dtype)];
    const count = shape.reduce((product, length) => product * length, 1);
    const end = start + count * Kept.BYTES_PER_ELEMENT;
    if (end > bytes.byteLength) throw new RangeError(`The weights end before ${name}.`);
    const kept = /** @type {Float32Array | Int32Array} */ (new Kept(bytes.slice(start, end)));
    start = end;
    return { name, shape, dtype, values: quantization ? Float32Array.from(kept, valueOf(quantization)) : kept };
  });
}

/** @param {NonNullable<Described['quantization']>} quantization @returns {(kept: number) => number} */
function valueOf({ dtype, scale = 1, min = 0 }) {
  return dtype === 'float16' ? fromHalf : (step) => step * scale + min;
}

/** @param {number} half the bits of a finite number of half precision */
function fromHalf(half) {
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  const size = exponent ? (1024 + fraction) * 2 ** (exponent - 25) : fraction * 2 ** -24;
  return half >> 15 ? -size : size;
}
