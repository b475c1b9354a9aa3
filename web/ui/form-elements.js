import { build } from './build.js';

/**
 * A button that lets a person choose a file.
 * @param {string} text
 * @param {string} accept
 * @param {(file: File) => void} onFile
 */
export function buildFileButton(text, accept, onFile) {
  const input = build('input', { className: 'visually-hidden', type: 'file', accept });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // Without this, choosing the same file a second time would be no change.
    input.value = '';
    if (file) onFile(file);
  });
  return build('label', { className: 'button' }, input, text);
}

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
