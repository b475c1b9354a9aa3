import { build } from '../shared/dom/elements.js';

let controls = 0;

/**
 * A control with its words above it, and a hint below it.
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

/**
 * Leaves alone what a person is typing into.
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function setValue(input, value) {
  if (input !== document.activeElement && input.value !== value) input.value = value;
}
