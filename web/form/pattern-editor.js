import { isPattern, KINDS } from '../shared/forms/pattern.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { buildLabel, setValue } from './elements.js';
import { parametersOf } from './parameters.js';

/**
 * @import { Pattern } from '../shared/forms/pattern.js'
 * @import { Parameter } from './parameters.js'
 * @typedef {{ element: HTMLElement, render: (pattern: Pattern) => void }} Control
 */

/**
 * Lets a person say what a field holds.
 * @param {(pattern: Pattern, part: string) => void} onChange only patterns that are whole; `part` is what changed
 */
export function createPatternEditor(onChange) {
  const kind = makeChoice(Object.keys(KINDS).map((value) => [value, text(`form.kind.${value}`)]));
  const place = build('div', { className: 'form-parameters' });
  const element = build('div', { className: 'form-pattern' }, buildLabel(text('form.pattern'), kind), place);
  /** @type {Pattern | undefined} */
  let shown;
  /** @type {Control[]} */
  let controls = [];

  kind.addEventListener('change', () => onChange(KINDS[/** @type {Pattern['kind']} */ (kind.value)].initial, 'kind'));

  /** @param {string} key @param {unknown} value @returns {boolean} whether it makes a whole pattern */
  function set(key, value) {
    const changed = withinRange({ ...shown, [key]: value }, key);
    if (!isPattern(changed)) return false;
    // At once, since keys may be faster than frames.
    shown = changed;
    onChange(changed, key);
    return true;
  }

  return {
    element,
    /** @param {Pattern} pattern */
    render(pattern) {
      if (pattern.kind !== shown?.kind) {
        controls = parametersOf(pattern.kind).map((parameter) => createControl(parameter, set));
        place.replaceChildren(...controls.map((control) => control.element));
      }
      shown = pattern;
      kind.value = pattern.kind;
      for (const control of controls) control.render(pattern);
    },
  };
}

/**
 * The other end of a range gives way.
 * @param {Record<string, any>} pattern
 * @param {string} key
 */
function withinRange(pattern, key) {
  if (key === 'min' && pattern.max < pattern.min) return { ...pattern, max: pattern.min };
  return key === 'max' && pattern.min > pattern.max ? { ...pattern, min: pattern.max } : pattern;
}

/**
 * @param {Parameter} parameter
 * @param {(key: string, value: unknown) => boolean} set
 * @returns {Control}
 */
function createControl(parameter, set) {
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
    // Not at each key: on the way to 12, at most 1 is not what was meant.
    input.addEventListener('change', () => {
      const value = Math.min(most, Math.max(least, Math.round(input.valueAsNumber)));
      if (set(value)) input.value = String(value);
    });
    return { element: buildLabel(label, input), render: (value) => setValue(input, String(value)) };
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
function makeChoice(choices) {
  return build('select', {}, ...choices.map(([value, label]) => new Option(label, value)));
}
