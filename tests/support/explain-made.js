/**
 * Evidence as a test wants it.
 *
 * @param {(row: number, column: number, digit: number) => number} value
 * @returns {import('../../web/reader/network/classifier.js').Explanation['evidence']} [7, 7, 10]
 */
export function evidence(value) {
  const data = Float32Array.from({ length: 7 * 7 * 10 }, (_, index) => {
    const place = Math.floor(index / 10);
    return value(Math.floor(place / 7), place % 7, index % 10);
  });
  return { data, height: 7, width: 7 };
}

/** A 7 of right angles, 18 by 18: a bar above and a stem on the right. */
export const seven = Float32Array.from({ length: 784 }, (_, pixel) => {
  const [x, y] = [pixel % 28, Math.floor(pixel / 28)];
  const isBar = y >= 5 && y < 8 && x >= 5 && x < 23;
  const isStem = x >= 20 && x < 23 && y >= 5 && y < 23;
  return Number(isBar || isStem);
});
