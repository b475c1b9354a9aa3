import { build } from './build.js';

/**
 * A text that begins with what counts: up to its first comma or colon it stands out.
 * @param {Element} element
 * @param {string} text
 */
export function setEmphasized(element, text) {
  if (element.textContent === text) return;
  const [first] = /^[^,:،、]*/.exec(text) ?? [''];
  element.replaceChildren(build('b', {}, first), text.slice(first.length));
}
