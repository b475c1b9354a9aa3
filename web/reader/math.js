/** The logarithm of a sum, from logarithms. @param {number} a @param {number} b */
export function addLogs(a, b) {
  const [less, more] = a < b ? [a, b] : [b, a];
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more));
}

/** The upper one of two in the middle. @param {ArrayLike<number>} values @returns {number} 0 of none */
export const median = (values) => Float64Array.from(values).sort()[values.length >> 1] ?? 0;

/**
 * Things that hang together, step by step (disjoint sets, with paths halved: Tarjan and van Leeuwen 1984).
 *
 * @param {number} count of things, each in a group of its own at first
 */
export function createGroups(count) {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (/** @type {number} */ index) => {
    while (parents[index] !== index) index = parents[index] = parents[parents[index]];
    return index;
  };
  return {
    /** @returns {number} one more thing */
    add: () => parents.push(parents.length) - 1,
    /** @type {(index: number) => number} the first of its group */
    rootOf,
    /** @param {number} a @param {number} b @returns {number} the first of the group that they are now in */
    join(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)];
      const first = Math.min(one, other);
      parents[one] = parents[other] = first;
      return first;
    },
    /** @param {number} a @param {number} b */
    isJoined: (a, b) => rootOf(a) === rootOf(b),
    /** @returns {number[][]} by their first members, each in order */
    all() {
      /** @type {Map<number, number[]>} */
      const groups = new Map();
      parents.forEach((_, index) => {
        const root = rootOf(index);
        const group = groups.get(root);
        if (group) group.push(index);
        else groups.set(root, [index]);
      });
      return [...groups.values()];
    },
  };
}

/**
 * @template Item, Key
 * @param {ReadonlyArray<Item>} items
 * @param {(item: Item) => Key} keyOf
 * @returns {Map<Key, Item[]>} in the order of their first items
 */
export function groupBy(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
