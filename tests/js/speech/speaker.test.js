import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseVoice } from '../../../web/speech/speaker.js';
import { createSpeakSettled } from '../../../web/speech/speak-settled.js';
import { createSpeaker } from '../../../web/speech/speaker.js';

/**
 * @param {string} lang
 * @param {Partial<SpeechSynthesisVoice>} [more]
 * @returns {SpeechSynthesisVoice}
 */
const voice = (lang, more = {}) => ({ lang, localService: true, default: false, name: lang, voiceURI: lang, ...more });

/** @param {SpeechSynthesisVoice[]} voices */
function madeUp(voices) {
  /** @type {any[]} */
  const spoken = [];
  const target = new EventTarget();
  const synthesizer = {
    getVoices: () => voices,
    speak: (/** @type {any} */ utterance) => void spoken.push(utterance),
    cancel: vi.fn(() => spoken.splice(0)),
    resume: vi.fn(),
    addEventListener: target.addEventListener.bind(target),
  };
  const onSpeaking = vi.fn();
  const onVoices = vi.fn();
  const makeUtterance = (/** @type {string} */ text) => /** @type {any} */ ({ text });
  const speaker = createSpeaker(synthesizer, { makeUtterance, onSpeaking, onVoices });
  return { speaker, spoken, synthesizer, target, voices, onSpeaking, onVoices };
}

describe('the voice', () => {
  it('is one of the device: others would send what is read to a server', () => {
    expect(chooseVoice([voice('en-US', { localService: false })], 'en')).toBeNull();
  });

  it('is of the region where there is one, else of the language', () => {
    const voices = [voice('en_GB'), voice('en_US'), voice('es-ES', { default: true })];
    expect(chooseVoice(voices, 'en-US')?.lang).toBe('en_US');
    expect(chooseVoice(voices, 'es-MX')?.lang).toBe('es-ES');
    expect(chooseVoice(voices, 'ta')).toBeNull();
  });

  it('is the one that the system prefers', () => {
    expect(chooseVoice([voice('hi-IN', { name: 'a' }), voice('hi-IN', { name: 'b', default: true })], 'hi')?.name).toBe(
      'b',
    );
  });
});

describe('the speaker', () => {
  it('says lines one after the other, in the voice of the language', () => {
    const { speaker, spoken, onSpeaking } = madeUp([voice('es-ES'), voice('en-GB')]);
    expect(speaker.speak(['2 0', '4 7'], 'en')).toBe(true);
    expect(spoken.map(({ text, lang, voice: own }) => [text, lang, own.name])).toEqual([
      ['2 0', 'en-GB', 'en-GB'],
      ['4 7', 'en-GB', 'en-GB'],
    ]);
    expect(onSpeaking.mock.calls).toEqual([[true]]);
    for (const utterance of [...spoken]) utterance.onend();
    expect(onSpeaking.mock.calls).toEqual([[true], [false]]);
  });

  it('is silent where there is no voice, and tells so', () => {
    const { speaker, spoken } = madeUp([voice('en-US', { localService: false })]);
    expect(speaker.available('en')).toBe(false);
    expect(speaker.speak(['2'], 'en')).toBe(false);
    expect(spoken).toEqual([]);
    const none = createSpeaker(undefined);
    expect([none.available('en'), none.speak(['2'], 'en')]).toEqual([false, false]);
    none.cancel();
  });

  it('knows voices that the browser finds later', () => {
    const { speaker, voices, target, onVoices } = madeUp([]);
    expect(speaker.available('ar')).toBe(false);
    voices.push(voice('ar-SA'));
    target.dispatchEvent(new Event('voiceschanged'));
    expect(onVoices).toHaveBeenCalledOnce();
    expect(speaker.available('ar')).toBe(true);
  });

  it('stops when it is told to, and for what is newer', () => {
    const { speaker, spoken, synthesizer, onSpeaking } = madeUp([voice('en')]);
    speaker.cancel();
    expect(synthesizer.cancel).not.toHaveBeenCalled();
    speaker.speak(['2'], 'en');
    const [old] = spoken;
    speaker.speak(['7'], 'en');
    expect(spoken.map(({ text }) => text)).toEqual(['7']);
    old.onerror(); // told by the browser afterwards
    expect(onSpeaking.mock.lastCall).toEqual([true]);
    speaker.cancel();
    expect(spoken).toEqual([]);
    expect(onSpeaking.mock.lastCall).toEqual([false]);
  });
});

describe('speaking always', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function started() {
    const [speak, cancel] = [vi.fn(), vi.fn()];
    return { ...createSpeakSettled(speak, cancel), speak, cancel };
  }

  it('says what has come to rest, and not each stroke of it', () => {
    const { follow, speak } = started();
    for (const text of ['2', null, '20', null, '2047']) {
      follow(text);
      vi.advanceTimersByTime(700);
    }
    expect(speak).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(speak).toHaveBeenCalledExactlyOnceWith('2047');
  });

  it('never says the same twice, as long as it stands there', () => {
    const { follow, speak } = started();
    for (const text of ['7', '7', null, '7']) {
      follow(text);
      vi.advanceTimersByTime(1000);
    }
    expect(speak).toHaveBeenCalledOnce();
    follow('');
    follow('7');
    vi.advanceTimersByTime(1000);
    expect(speak).toHaveBeenCalledTimes(2);
  });

  it('stops what it says once something else is written', () => {
    const { follow, cancel } = started();
    follow('7');
    vi.advanceTimersByTime(1000);
    cancel.mockClear();
    follow('7');
    expect(cancel).not.toHaveBeenCalled();
    follow(null);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('says nothing of a pad that was cleared in time', () => {
    const { follow, speak } = started();
    follow('7');
    follow('');
    vi.advanceTimersByTime(1000);
    expect(speak).not.toHaveBeenCalled();
  });

  it('says on demand at once, as often as asked, and not again by itself', () => {
    const { follow, now, speak } = started();
    follow('7');
    now('7');
    now('7');
    follow('7');
    vi.advanceTimersByTime(1000);
    expect(speak).toHaveBeenCalledTimes(2);
  });

  it('does not begin with what was there when it was turned on', () => {
    const { follow, skip, speak } = started();
    skip('7');
    follow('7');
    vi.advanceTimersByTime(1000);
    expect(speak).not.toHaveBeenCalled();
    follow('71');
    vi.advanceTimersByTime(1000);
    expect(speak).toHaveBeenCalledExactlyOnceWith('71');
  });
});
