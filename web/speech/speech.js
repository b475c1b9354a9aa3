import { createSpeakSettled } from './speak-settled.js';
import { createSpeaker } from './speaker.js';
import { spokenLines } from '../shared/reading/spoken-lines.js';
import { regionalLanguage } from '../texts/intl.js';

/**
 * @import { Settings } from '../settings/settings.js'
 * @import { Answer } from '../answer/describe-answer.js'
 * @typedef {ReturnType<typeof createSpeech>} Speech
 */

/**
 * The answer, spoken: on demand, or always.
 * @param {Settings} settings
 * @param {(reason: import('../texts/problems.js').Reason) => void} say something that a person should know
 */
export function createSpeech(settings, say) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());
  let isSpeaking = false;
  /** @type {Pick<Answer, 'text' | 'kind'>} */
  let answer = { text: '', kind: 'blank' };

  const synthesizer = /** @type {SpeechSynthesis | undefined} */ (window.speechSynthesis); // not every browser has it
  const speaker = createSpeaker(synthesizer, {
    onVoices: tell,
    onSpeaking(isNow) {
      isSpeaking = isNow;
      tell();
    },
  });

  /** @param {string} text @param {boolean} [isUnsure] */
  function speak(text, isUnsure = answer.kind === 'unsure') {
    const language = regionalLanguage();
    speaker.speak(spokenLines(text, { how: settings.get('speech').how, language, isUnsure }), language);
  }
  const settled = createSpeakSettled((text) => speak(text), speaker.cancel);
  window.addEventListener('pagehide', settled.silence);

  return {
    /** True where the browser can speak at all, in whatever language. */
    isThere: synthesizer !== undefined,
    /** @returns {boolean} whether there is a voice for the page's language, as far as the browser knows by now */
    isAvailable: () => speaker.available(regionalLanguage()),
    isSpeaking: () => isSpeaking,

    /**
     * Each time that the page shows an answer.
     * @param {Pick<Answer, 'text' | 'kind'>} shown
     * @param {boolean} isChanging it is being written, or read
     */
    follow(shown, isChanging) {
      const isNew = shown.text !== answer.text;
      answer = shown;
      if (settings.get('speech').isAlways) return settled.follow(isChanging ? null : shown.text);
      if (!isNew) return;
      // An answer is not said because speech is turned on later, nor said to its end once it has changed.
      speaker.cancel();
      settled.skip(shown.text);
    },

    /** Says the answer, or stops saying it; where there is no voice, that is said in words. */
    toggle() {
      if (!speaker.available(regionalLanguage())) return say({ code: 'speech.noVoice' });
      if (isSpeaking) return speaker.cancel();
      if (answer.text !== '' && answer.kind !== 'none') settled.now(answer.text);
    },

    /** Says an example, or stops. @param {string} text */
    sample(text) {
      if (isSpeaking) speaker.cancel();
      else speak(text, false);
    },

    /** @param {() => void} listener there are other voices, or it begins or ends to speak @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
