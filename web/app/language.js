import { errorOf } from '../texts/problems.js';
import { languageFor, onLanguage, useLanguage } from '../texts/texts.js';
import { fillTexts } from '../shared/dom/fill-texts.js';

/**
 * The page speaks the language that was chosen, else the browser's, and another one as soon as that is chosen. Until its
 * texts are there, and where they do not come, it stays as it is.
 *
 * @param {import('../settings/settings.js').Settings} settings
 * @param {{ onTexts: () => void, onProblem: (error: Error) => void }} page onTexts: what shows the state says it anew
 */
export async function followLanguage(settings, { onTexts, onProblem }) {
  onLanguage(() => {
    fillTexts();
    onTexts();
  });
  try {
    await useLanguage(languageFor(settings.get('language'), navigator.languages));
  } catch (cause) {
    onProblem(errorOf('problem.texts-fetch', { cause }));
  }
}
