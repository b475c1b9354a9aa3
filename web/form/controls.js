import { build, setText } from '../shared/dom/elements.js';
import { buildFileButton, PICTURES } from '../shared/dom/files.js';

/**
 * The form view's controls, each with its words.
 *
 * @import { Pattern } from '../shared/forms/pattern.js'
 * @typedef {{ key: string, label: string, isShown?: (pattern: any) => boolean } & (
 *   | { control: 'count', least: number, most: number }
 *   | { control: 'value' }
 *   | { control: 'choice', choices: [value: string | number | null, label: string][] }
 *   | { control: 'switch' }
 *   | { control: 'text', hint: string, problem: string })} Parameter of a pattern; `problem` is said of a text that makes
 *   no pattern
 * @typedef {{ element: HTMLElement, render: (pattern: Pattern) => void }} Control
 */

let controls = 0;

/**
 * Build a control with its words above it, and a hint below it.
 * @param {string} text
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {HTMLElement} [hint]
 */
export function buildLabel(text, control, hint) {
  controls += 1;
  control.id = `form-control-${controls}`;
  const element = build('div', { className: 'form-label' }, build('label', { htmlFor: control.id }, text), control);
  if (hint) {
    hint.id = `${control.id}-hint`;
    control.setAttribute('aria-describedby', hint.id);
    element.append(hint);
  }
  return element;
}

/** @type {WeakMap<HTMLInputElement, string>} */
const shown = new WeakMap();

/**
 * Show a value, but leave alone what a person is typing.
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function setValue(input, value) {
  const isTyped = input === document.activeElement && input.value !== shown.get(input);
  if (input.value !== value) {
    if (isTyped) return;
    input.value = value;
  }
  shown.set(input, value);
}

/**
 * @param {string} words
 * @param {(file: File) => void} onSample
 */
export function createSampleButton(words, onSample) {
  return build('div', { className: 'form-tools' }, buildFileButton(words, PICTURES, onSample));
}

/**
 * @param {Parameter} parameter
 * @param {(key: string, value: unknown) => boolean} set
 * @returns {Control}
 */
export function createControl(parameter, set) {
  const { element, render } = CREATORS[parameter.control](/** @type {any} */ (parameter), (value) =>
    set(parameter.key, value),
  );
  return {
    element,
    render(pattern) {
      element.hidden = !(parameter.isShown?.(pattern) ?? true);
      render(/** @type {any} */ (pattern)[parameter.key]);
    },
  };
}

/**
 * @typedef {(parameter: any, set: (value: unknown) => boolean) => { element: HTMLElement, render: (value: any) => void }} Create
 * @type {Record<Parameter['control'], Create>}
 */
const CREATORS = {
  count({ label, least, most }, set) {
    const input = build('input', {});
    Object.assign(input, { type: 'number', min: String(least), max: String(most), step: '1', inputMode: 'numeric' });
    // At each key, 1 on the way to 12 would be taken for what was meant.
    input.addEventListener('change', () => {
      const value = Math.min(most, Math.max(least, Math.round(input.valueAsNumber)));
      if (set(value)) input.value = String(value);
    });
    return { element: buildLabel(label, input), render: (value) => setValue(input, String(value)) };
  },

  // Any number, or none.
  value({ label }, set) {
    const input = build('input', {});
    Object.assign(input, { type: 'number', step: 'any', inputMode: 'decimal' });
    input.addEventListener('change', () => set(Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber));
    return { element: buildLabel(label, input), render: (value) => setValue(input, String(value ?? '')) };
  },

  choice({ label, choices }, set) {
    /** @type {[unknown, string][]} */
    const options = choices;
    const select = makeChoice(options.map(([, words], index) => [String(index), words]));
    select.addEventListener('change', () => set(options[Number(select.value)][0]));
    const render = (/** @type {unknown} */ value) => {
      select.value = String(options.findIndex(([each]) => each === value));
    };
    return { element: buildLabel(label, select), render };
  },

  switch({ label }, set) {
    const input = build('input', {});
    input.type = 'checkbox';
    input.addEventListener('change', () => set(input.checked));
    const render = (/** @type {boolean} */ value) => {
      input.checked = value;
    };
    return { element: build('label', { className: 'form-switch' }, input, build('span', {}, label)), render };
  },

  text({ label, hint, problem }, set) {
    const input = build('input', {});
    Object.assign(input, { type: 'text', dir: 'ltr', autocomplete: 'off', spellcheck: false });
    const words = build('small', {}, hint);
    input.addEventListener('input', () => {
      const isWhole = set(input.value);
      input.ariaInvalid = String(!isWhole);
      setText(words, isWhole ? hint : problem);
    });
    const element = buildLabel(label, input, words);
    return { element, render: (value) => setValue(input, value) };
  },
};

/** @param {[value: string, label: string][]} choices */
export function makeChoice(choices) {
  return build('select', {}, ...choices.map(([value, label]) => new Option(label, value)));
}
