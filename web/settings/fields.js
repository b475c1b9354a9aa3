import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';

/**
 * Which one of several.
 * @template {string} Choice
 * @param {string} key of the question; each choice's key begins with it
 * @param {ReadonlyArray<Choice>} choices
 * @param {(choice: Choice) => void} onChoice
 */
export function radios(key, choices, onChoice) {
  const inputs = choices.map((choice) =>
    build('input', { type: 'radio', name: key, value: choice, onchange: () => onChoice(choice) }),
  );
  const labels = inputs.map((input) =>
    build(
      'label',
      { className: 'settings-choice' },
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
 * @param {string} key
 * @param {(isChecked: boolean) => void} onChange
 */
export function checkbox(key, onChange) {
  const input = build('input', { type: 'checkbox' });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    element: build('label', { className: 'settings-choice' }, input, build('span', { textContent: text(key) })),
    /** @param {boolean} isChecked */
    render(isChecked) {
      input.checked = isChecked;
    },
  };
}
