import { build } from '../shared/dom/elements.js';

/**
 * Shows a reading. Each number stays in one piece: a line ends between numbers only, also where one has a slash or a hyphen.
 *
 * @param {HTMLElement} element told as --longest how many signs its longest number has
 * @param {string} text
 */
export function setNumbers(element, text) {
  if (element.textContent === text) return;
  const parts = text.split(/(\s+)/);
  element.replaceChildren(
    ...parts.map((part, index) =>
      index % 2 === 0 && part ? build('span', { className: 'batch-number' }, part) : part,
    ),
  );
  element.style.setProperty('--longest', String(Math.max(...parts.map(({ length }) => length))));
}
