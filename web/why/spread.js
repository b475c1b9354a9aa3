import preprocessing from '../reader/preprocessing.json' with { type: 'json' };

const { size: SIZE } = preprocessing;

/**
 * The values of a coarse grid on the pixels of the ink image, each around the middle of the ink that it was computed
 * from, and with the same mean (as far as float32 holds it).
 *
 * Between the middles it is bilinear. The middles are not those of a plain enlargement: TensorFlow pads a convolution of
 * stride 2 on the right and below only, so that place `i` of a grid with `step` pixels a place looks at ink around
 * `step * (i + 1) - 1/2`. Measured by wiping ink away, evidence lies a pixel too far up and left without this. What the
 * last row and column would put beyond the paper is put on the paper's edge, where digits have a margin.
 *
 * @param {{ data: ArrayLike<number>, height: number, width: number }} grid row by row
 * @returns {Float32Array} 784
 */
export function spread({ data, height, width }) {
  const rows = weights(height);
  const columns = weights(width);
  const pixels = new Float64Array(SIZE * SIZE);
  for (let index = 0; index < height * width; index++) {
    const down = rows[Math.floor(index / width)];
    const across = columns[index % width];
    for (let y = 0; y < SIZE; y++) {
      if (!down[y]) continue;
      for (let x = 0; x < SIZE; x++) pixels[y * SIZE + x] += data[index] * down[y] * across[x];
    }
  }
  return Float32Array.from(pixels);
}

/**
 * How much of each place a pixel shows, along one side.
 *
 * @param {number} places
 * @returns {number[][]} [places][SIZE], each place adding up to the pixels that it stands for
 */
function weights(places) {
  const step = SIZE / places;
  return Array.from({ length: places }, (_, place) => {
    const middle = step * (place + 1) - 0.5;
    const near = Array.from({ length: SIZE }, (__, pixel) => Math.max(0, 1 - Math.abs(pixel + 0.5 - middle) / step));
    const sum = near.reduce((total, weight) => total + weight, 0);
    return near.map((weight) => (weight * step) / sum);
  });
}
