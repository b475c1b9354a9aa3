/**
 * Starts a reader of digits, and notes when its first answer was there.
 *
 * @param {() => Promise<(pixels: Float32Array) => Promise<ArrayLike<number>>>} start
 */
export async function run(start) {
  const pixels = new Float32Array(784);
  // A one, as a line down the middle.
  for (let row = 4; row < 24; row++) pixels.fill(1, 28 * row + 13, 28 * row + 16);
  const predict = await start();
  const answer = await predict(pixels);
  const startedAt = performance.now();

  /** @param {number} count @returns {Promise<number[]>} milliseconds of each prediction */
  async function time(count) {
    const times = [];
    for (let number = 0; number < count; number++) {
      const begin = performance.now();
      await predict(pixels);
      times.push(performance.now() - begin);
    }
    return times;
  }

  Object.assign(globalThis, { peer: { startedAt, time, answer: Array.from(answer) } });
}
