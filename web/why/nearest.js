const DIGITS = 10;

/**
 * The two most probable digits, "not a digit" left out: what was read, or is nearest to it, and its runner-up.
 *
 * @param {Float32Array} probabilities 11
 * @returns {{ digit: number, rival: number }}
 */
export function nearest(probabilities) {
  const [digit, rival] = Array.from({ length: DIGITS }, (_, index) => index).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  return { digit, rival };
}
