import { currentDirection, currentLanguage, text } from '../../texts/texts.js';
import { setEmphasized, setText } from './elements.js';

/**
 * An element names what it says by keys of the catalogue: data-text what stands in it, data-text-label its name where it
 * has no text of its own. index.html holds nothing but keys; the build writes the English texts into it.
 *
 * @typedef {{ text?: string, textLabel?: string }} Keys
 */

const NAMED = '[data-text], [data-text-label], [data-text-content]';

/** Puts everything in the page that has a key into the language of the texts. */
export function fillTexts() {
  const { documentElement } = document;
  documentElement.lang = currentLanguage();
  documentElement.dir = currentDirection();
  for (const element of document.querySelectorAll(NAMED)) fill(/** @type {HTMLElement} */ (element));
}

/**
 * @template {HTMLElement} Element
 * @param {Element} element
 * @param {Keys} keys it then follows the language of the page
 * @returns {Element}
 */
export function named(element, keys) {
  Object.assign(element.dataset, keys);
  fill(element);
  return element;
}

/** @param {HTMLElement} element */
function fill(element) {
  const { text: own, textLabel, textContent, emphasized } = element.dataset;
  if (own) (emphasized === undefined ? setText : setEmphasized)(element, text(own));
  if (textLabel) element.ariaLabel = text(textLabel);
  if (textContent) element.setAttribute('content', text(textContent));
}
