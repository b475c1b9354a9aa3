/**
 * Where the ink of an image is and how it is spread: mass, middle and variances (u20 across, u02 down, u11 of both).
 *
 * @typedef {{ data: ArrayLike<number>, width: number, height: number }} Plane row by row, 0 = paper, 1 = ink
 * @typedef {{ mass: number, x: number, y: number, u20: number, u11: number, u02: number }} Moments in pixels, y down, a
 *   pixel's center being at its index + 0.5
 */

/**
 * @param {Plane} plane
 * @returns {Moments | null} null for an image without ink
 */
export function momentsOf({ data, width, height }) {
  let [mass, sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0, 0];
  for (let row = 0, index = 0; row < height; row++) {
    const y = row + 0.5;
    for (let column = 0; column < width; column++, index++) {
      const value = data[index];
      if (!value) continue;
      const x = column + 0.5;
      mass += value;
      sumX += value * x;
      sumY += value * y;
      sumXX += value * x * x;
      sumXY += value * x * y;
      sumYY += value * y * y;
    }
  }
  if (!(mass > 0)) return null;
  const [x, y] = [sumX / mass, sumY / mass];
  return { mass, x, y, u20: sumXX / mass - x * x, u11: sumXY / mass - x * y, u02: sumYY / mass - y * y };
}

/**
 * How far ink leans: what its height moves to the right, for each unit that it is higher. The tangent of Morpho-MNIST's
 * slant (Castro, Tan, Kainz, Konukoglu, Glocker, "Morpho-MNIST: Quantitative Assessment and Diagnostics for
 * Representation Learning", JMLR 20, 2019: slant = arctan(-u11 / u02)).
 *
 * @param {Moments} moments
 * @returns {number} above 0 to the right
 */
export const shearOf = ({ u11, u02 }) => -u11 / u02;
