/** @template T @param {() => T} make @returns {() => T} made when it is first asked for, and kept */
export function once(make) {
  /** @type {{ made: T } | undefined} */
  let kept;
  return () => (kept ??= { made: make() }).made;
}

/**
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>} made when it is first asked for, and kept; what failed is tried again when next asked for
 */
export function onceMade(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () =>
    (made ??= make().catch((error) => {
      made = undefined;
      throw error;
    }));
}
