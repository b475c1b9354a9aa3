/**
 * Who of several people is confused with whom: what each digit is most like among those of another person.
 *
 * @typedef {{ label: number, place: Int8Array }} Placed
 * @typedef {{ name: string, digits: ReadonlyArray<Placed> }} Placing
 * @typedef {{ writer: number, label: number, like: number, as: number, count: number }} Confusion a person's digit is like another digit of
 *   a person, so often
 * @typedef {{ wrong: number[][], counts: number[], confusions: Confusion[] }} Comparison wrong: of each person's digits, how many are most
 *   like another digit of each person, of themselves the digit itself left out; confusions: the most frequent first
 */

/**
 * @param {ReadonlyArray<Placing>} people
 * @returns {Generator<void, Comparison>} step by step, so that the page can do something else in between
 */
export function* compare(people) {
  const wrong = people.map(() => people.map(() => 0));
  /** @type {Map<string, Confusion>} */
  const found = new Map();
  for (const [writer, { digits }] of people.entries()) {
    for (const digit of digits) {
      for (const [like, other] of people.entries()) {
        // Among one's own there has to be another one of the same.
        if (like === writer && !digits.some((each) => each !== digit && each.label === digit.label)) continue;
        const nearest = nearestOf(digit, other.digits);
        if (!nearest || nearest.label === digit.label) continue;
        wrong[writer][like]++;
        const key = [writer, digit.label, like, nearest.label].join();
        const known = found.get(key) ?? { writer, label: digit.label, like, as: nearest.label, count: 0 };
        found.set(key, { ...known, count: known.count + 1 });
      }
    }
    yield;
  }
  const confusions = [...found.values()].sort((a, b) => b.count - a.count);
  return { wrong, counts: people.map(({ digits }) => digits.length), confusions };
}

/** @param {Placed} digit @param {ReadonlyArray<Placed>} digits @returns {Placed | null} of the others, the one that is most like it */
function nearestOf(digit, digits) {
  /** @type {Placed | null} */
  let nearest = null;
  let least = Infinity;
  for (const other of digits) {
    if (other === digit) continue;
    let apart = 0;
    for (let at = 0; at < digit.place.length && apart < least; at++) apart += (digit.place[at] - other.place[at]) ** 2;
    if (apart < least) [least, nearest] = [apart, other];
  }
  return nearest;
}
