/** Longer than a pen rests between two strokes of a number. */
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
      // Of what is written over, the rest is of no use to anybody.
      if (text !== said) cancel();
      if (text !== null && text !== said) timer = setTimeout(() => say(text), QUIET_MS);
    },

    /** On demand: at once, and as often as it is asked for. @param {string} text */
    now: say,

    /** What is there already is not said once speech is turned on. @param {string} text */
    skip(text) {
      clearTimeout(timer);
      [said, pending] = [text, text];
    },

    silence,
  };
}
