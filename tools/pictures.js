/**
 * @typedef {{ data: Float32Array, width: number, height: number }} Gray row by row, 0 = black, 255 = white
 */

/**
 * Pictures that a program in Python sends, one after the other: width and height (uint32, little-endian), then width x
 * height gray values (uint8, row by row, 0 = black).
 *
 * @param {Buffer} input
 * @returns {Generator<Gray>}
 */
export function* pictures(input) {
  for (let at = 0; at < input.length;) {
    const [width, height] = [input.readUInt32LE(at), input.readUInt32LE(at + 4)];
    const start = at + 8;
    at = start + width * height;
    yield { data: Float32Array.from(input.subarray(start, at)), width, height };
  }
}
