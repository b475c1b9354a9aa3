import { build } from './build.js';

/**
 * A text that begins with what counts: up to its first comma or colon it stands out.
 * @param {Element} element
 * @param {string} text
 */
export function setEmphasized(element, text) {
  if (element.textContent === text) return;
  const [first, rest] = emphasisOf(text);
  element.replaceChildren(build('b', {}, first), rest);
}

/** @param {string} text @returns {[string, string]} what of it stands out, and the rest */
export function emphasisOf(text) {
  const [first] = /^[^,:،、]*/.exec(text) ?? [''];
  return [first, text.slice(first.length)];
}
