import { currentLanguage } from '../texts/texts.js';

/**
 * Spares the page what it has just worked out: it renders at every frame, from a state most of which is as it was.
 * @template {unknown[]} Arguments
 * @template Result
 * @param {(...given: Arguments) => Result} work
 * @returns {(...given: Arguments) => Result} gives the very same result for the very same arguments as last time, in the
 *   same language
 */
export function rememberLast(work) {
  /** @type {{ given: Arguments, language: string, result: Result } | undefined} */
  let last;
  return (...given) => {
    const language = currentLanguage();
    if (last?.language !== language || given.some((each, place) => each !== last?.given[place])) {
      last = { given, language, result: work(...given) };
    }
    return last.result;
  };
}
