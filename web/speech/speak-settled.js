/** A pen does not rest as long as this between two strokes of a number. */
const QUIET_MS = 800;

/**
 * Speaks an answer when it has come to rest, and each only once.
 *
 * @param {(text: string) => void} speak
 * @param {() => void} cancel what is being said
 */
export function createSpeakSettled(speak, cancel) {
  let said = '';
  let pending = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text */
  function say(text) {
    clearTimeout(timer);
    [said, pending] = [text, text];
    speak(text);
  }

  function silence() {
    clearTimeout(timer);
    if (said !== '') cancel();
    [said, pending] = ['', ''];
  }

  return {
    /** @param {string | null} text null while it is being written or read; '' where there is nothing, after which the same is new */
    follow(text) {
      if (text === '') return silence();
      if (text === pending) return;
      clearTimeout(timer);
      pending = text ?? '';
      // Nobody needs the rest of an answer that has changed meanwhile.
      if (text !== said) cancel();
      if (text !== null && text !== said) timer = setTimeout(() => say(text), QUIET_MS);
    },

    /** Speaks at once, and as often as a person asks for it. @param {string} text */
    now: say,

    /** Does not say an answer that was there before speech was turned on. @param {string} text */
    skip(text) {
      clearTimeout(timer);
      [said, pending] = [text, text];
    },

    silence,
  };
}
