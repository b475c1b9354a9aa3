/**
 * Spares the page what it has just worked out or rendered: it renders at every frame, from a state most of which is as it
 * was.
 *
 * @template {unknown[]} Arguments
 * @template Result
 * @param {(...given: Arguments) => Result} work
 * @param {() => unknown} [besides] gives what else it depends on, such as `currentLanguage` where it is told in words
 * @returns {(...given: Arguments) => Result} gives the very same result for the very same arguments as last time
 */
export function memo(work, besides = () => undefined) {
  /** @type {{ asked: unknown[], result: Result } | undefined} */
  let last;
  return (...given) => {
    const asked = [besides(), ...given];
    if (!last || asked.length !== last.asked.length || asked.some((each, place) => each !== last?.asked[place])) {
      last = { asked, result: work(...given) };
    }
    return last.result;
  };
}
