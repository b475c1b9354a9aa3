/**
 * Says texts with a voice of the device; says nothing where there is none.
 *
 * @typedef {Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'resume' | 'addEventListener'>} Synthesizer
 * @typedef {Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>} VoiceLike
 * @typedef {ReturnType<typeof createSpeaker>} Speaker
 */

/**
 * @param {Synthesizer | undefined} synthesizer `window.speechSynthesis`; not every browser has it
 * @param {{
 *   makeUtterance?: (text: string) => SpeechSynthesisUtterance,
 *   onVoices?: () => void,
 *   onSpeaking?: (isSpeaking: boolean) => void,
 * }} [events] onVoices: there may be other voices than before; most browsers know them only some time after the start
 */
export function createSpeaker(synthesizer, { makeUtterance = utteranceOf, onVoices, onSpeaking } = {}) {
  /** Held until they are said: browsers forget the end of an utterance that nobody holds. @type {Set<unknown>} */
  const waiting = new Set();
  if (onVoices) synthesizer?.addEventListener('voiceschanged', onVoices);

  const voiceFor = (/** @type {string} */ language) => chooseVoice(synthesizer?.getVoices() ?? [], language);

  /** @param {SpeechSynthesisUtterance} utterance that was said, or will not be */
  function done(utterance) {
    if (waiting.delete(utterance) && waiting.size === 0) onSpeaking?.(false);
  }

  function cancel() {
    if (waiting.size === 0) return; // another tab of this site may be speaking
    waiting.clear();
    synthesizer?.cancel();
    onSpeaking?.(false);
  }

  return {
    /** @param {string} language @returns {boolean} whether there is a voice for it, as far as the browser knows by now */
    available: (language) => voiceFor(language) !== null,

    /**
     * Says some lines, in the place of those that are being said.
     * @param {ReadonlyArray<string>} lines
     * @param {string} language
     * @returns {boolean} false where there is no voice, or nothing to say
     */
    speak(lines, language) {
      cancel();
      const voice = voiceFor(language);
      if (!synthesizer || !voice || lines.length === 0) return false;
      for (const line of lines) {
        const utterance = makeUtterance(line);
        Object.assign(utterance, { voice, lang: voice.lang });
        // A browser may refuse it before the first touch of the page, or cut it off: then it stays silent.
        utterance.onend = utterance.onerror = () => done(utterance);
        waiting.add(utterance);
        synthesizer.speak(utterance);
      }
      synthesizer.resume(); // Chrome on Android may be left paused by a page before
      onSpeaking?.(true);
      return true;
    },

    cancel,
  };
}

/** @param {string} text */
const utteranceOf = (text) => new SpeechSynthesisUtterance(text);

/**
 * Chooses a voice for a language: of the very region, else of the language, and the system's own choice before others. Only
 * voices of the device itself are taken, since others send what they say to somebody's server.
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
