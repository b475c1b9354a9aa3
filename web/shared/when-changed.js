import { currentLanguage } from '../texts/texts.js';

/**
 * Spares a frame what it would only repeat: a pen move paints the pad before there is an answer, and an answer comes
 * when the pad is painted already.
 * @template {unknown[]} Views
 * @param {(...views: Views) => void} render
 * @returns {(...views: Views) => void} renders only views that are not the very ones of the last time, or in another
 *   language
 */
export function whenChanged(render) {
  /** @type {{ views: Views, language: string } | undefined} */
  let last;
  return (...views) => {
    const language = currentLanguage();
    if (last?.language === language && views.every((view, index) => view === last?.views[index])) return;
    last = { views, language };
    render(...views);
  };
}
