/**
 * @typedef {{ truth: number, read: number, count: number }} Mistake classes: 0-9, then "not a digit"
 */

/**
 * @param {ReadonlyArray<ReadonlyArray<number>>} confusion counts; rows are the truth
 * @param {number} most
 * @returns {Mistake[]} those that happened more than once, the most frequent first
 */
export function frequentMistakes(confusion, most) {
  return confusion
    .flatMap((row, truth) => row.map((count, read) => ({ truth, read, count })))
    .filter(({ truth, read, count }) => truth !== read && count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
