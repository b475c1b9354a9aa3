import '../shared/panel/fields.css';
import './panel.css';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { createLanguageChoice } from './language-choice.js';
import { CHOICES } from './settings.js';

/**
 * @import { Settings } from './settings.js'
 * @import { Speech } from '../speech/speech.js'
 * @typedef {{
 *   settings: Settings,
 *   speech: Speech,
 * }} Page
 * @typedef {{ element: HTMLElement, open: () => void, close: () => void }} Section of another feature
 */

/**
 * The view in which a person chooses language, hand, speech, and what is kept.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 * @param {Section[]} sections about what is learned, and kept on the device
 */
export function createSettingsPanel(root, page, sections) {
  const { settings } = page;
  const hand = setting(settings, 'hand', 'settings.hand');
  const theme = setting(settings, 'theme', 'settings.theme');
  const pen = setting(settings, 'pen', 'settings.pen');
  const language = createLanguageChoice(settings);
  const speech = createSpeechPart(settings, page.speech);
  root.append(
    build(
      'div',
      { className: 'settings' },
      language.element,
      part(theme.element),
      part(hand.element, note('settings.hand.about')),
      part(pen.element, note('settings.pen.about')),
      speech.element,
      ...sections.map(({ element }) => element),
    ),
  );

  let isOpen = false;
  const unsubscribes = [() => {}];

  function render() {
    for (const each of [hand, theme, pen]) each.render();
    language.render();
    speech.render();
  }

  return {
    show() {
      if (isOpen) return;
      isOpen = true;
      unsubscribes.push(settings.subscribe(render), page.speech.subscribe(render));
      for (const section of sections) section.open();
      render();
    },
    hide() {
      isOpen = false;
      for (const unsubscribe of unsubscribes.splice(0)) unsubscribe();
      for (const section of sections) section.close();
    },
  };
}

/** @param {Settings} settings @param {keyof typeof CHOICES} name @param {string} key of the question */
function setting(settings, name, key) {
  const { element, render } = radios(key, CHOICES[name], (value) => settings.set(name, value));
  return { element, render: () => render(settings.get(name)) };
}

/** @param {Settings} settings @param {Speech} speech */
function createSpeechPart(settings, speech) {
  const always = checkbox('settings.speech.always', (isAlways) => change({ isAlways }));
  const how = radios('settings.speech.how', ['digits', 'number'], (chosen) => change({ how: chosen }));
  const listen = buildButton('', () => speech.sample(text('settings.speech.sample')));
  const silent = build('p', { className: 'settings-silent', textContent: text('speech.noVoice') });

  /** @param {Partial<ReturnType<typeof settings.get<'speech'>>>} changed */
  const change = (changed) => settings.set('speech', { ...settings.get('speech'), ...changed });

  return {
    element: build(
      'section',
      {},
      build('h3', { textContent: text('settings.speech') }),
      silent,
      always.element,
      note('settings.speech.always.about'),
      how.element,
      listen,
    ),
    render() {
      const isThere = speech.isAvailable();
      const { isAlways, how: chosen } = settings.get('speech');
      always.render(isAlways);
      how.render(chosen);
      silent.hidden = isThere;
      listen.hidden = !isThere;
      setText(listen, text(speech.isSpeaking() ? 'speech.stop' : 'settings.speech.try'));
    },
  };
}

/** @param {...HTMLElement} children */
const part = (...children) => build('section', {}, ...children);

/** @param {string} key */
const note = (key) => build('p', { className: 'settings-note', textContent: text(key) });

/**
 * Radio buttons for one of several choices.
 * @template {string} Choice
 * @param {string} key of the question; each choice's key begins with it
 * @param {ReadonlyArray<Choice>} choices
 * @param {(choice: Choice) => void} onChoice
 */
function radios(key, choices, onChoice) {
  const inputs = choices.map((choice) =>
    build('input', { type: 'radio', name: key, value: choice, onchange: () => onChoice(choice) }),
  );
  const labels = inputs.map((input) =>
    build(
      'label',
      { className: 'settings-choice panel-check' },
      input,
      build('span', { textContent: text(`${key}.${input.value}`) }),
    ),
  );
  return {
    element: build('fieldset', {}, build('legend', { textContent: text(key) }), ...labels),
    /** @param {Choice} chosen */
    render(chosen) {
      for (const input of inputs) input.checked = input.value === chosen;
    },
  };
}

/**
 * @param {string} key of its label
 * @param {(isChecked: boolean) => void} onChange
 */
function checkbox(key, onChange) {
  const input = build('input', { type: 'checkbox' });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    element: build(
      'label',
      { className: 'settings-choice panel-check' },
      input,
      build('span', { textContent: text(key) }),
    ),
    /** @param {boolean} isChecked */
    render(isChecked) {
      input.checked = isChecked;
    },
  };
}
