/**
 * @typedef {Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>} VoiceLike
 */

/**
 * The voice for a language: of the very region, else of the language; the system's own choice before others. Only voices of
 * the device itself: others send what they say to somebody's server.
 *
 * @template {VoiceLike} Voice
 * @param {ReadonlyArray<Voice>} voices
 * @param {string} language a tag as 'en' or 'es-MX'
 * @returns {Voice | null} null where there is none
 */
export function chooseVoice(voices, language) {
  const wanted = tagOf(language);
  const base = wanted.split('-')[0];
  const fitting = voices.filter(({ lang, localService }) => localService && tagOf(lang).split('-')[0] === base);
  const rank = (/** @type {Voice} */ voice) => 2 * Number(tagOf(voice.lang) === wanted) + Number(voice.default);
  return fitting.reduce(
    (best, voice) => (best && rank(best) >= rank(voice) ? best : voice),
    /** @type {Voice | null} */ (null),
  );
}

/** Android writes en_US. @param {string} language */
const tagOf = (language) => language.replaceAll('_', '-').toLowerCase();
