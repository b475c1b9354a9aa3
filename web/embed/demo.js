import { findElement } from '../shared/dom/elements.js';
import './ink-digit-pad.js';
import { textIn } from './texts.js';

/** A page that shows those who build pages what the control is like in a form. */

const TEXTS = /** @type {import('./texts.js').Texts} */ (
  import.meta.glob('../texts/*.json', { eager: true, query: '?section=embed', import: 'default' })
);

const known = navigator.languages.map((tag) => tag.split('-')[0]);
const language = known.find((name) => `../texts/${name}.json` in TEXTS) ?? 'en';
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
for (const element of document.querySelectorAll('[data-text]')) {
  element.textContent = textIn(TEXTS, language, /** @type {HTMLElement} */ (element).dataset.text ?? '');
}

const form = findElement(document, 'form', HTMLFormElement);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  findElement(form, 'output', HTMLOutputElement).value = textIn(TEXTS, language, 'embed.sent').replace('{data}', data);
});
