/**
 * Spares the page what it has just worked out: it renders at every frame, from a state most of which is as it was.
 * @template {unknown[]} Arguments
 * @template Result
 * @param {(...given: Arguments) => Result} work
 * @returns {(...given: Arguments) => Result} gives the very same result for the very same arguments as last time
 */
export function rememberLast(work) {
  /** @type {{ given: Arguments, result: Result } | undefined} */
  let last;
  return (...given) => {
    if (!last || given.some((each, place) => each !== last?.given[place])) last = { given, result: work(...given) };
    return last.result;
  };
}
