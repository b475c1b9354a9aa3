import { readFileSync } from 'node:fs';
import { emphasisOf } from '../../web/shared/dom/elements.js';

/** Keys that an element names beside that of its own text, and the attributes that they become. */
const ATTRIBUTES = { 'data-text-label': 'aria-label', 'data-text-content': 'content' };

/**
 * Writes the English texts into the page, which itself holds only their keys: what a person sees first needs no script.
 *
 * @param {string} catalogue path of en.json
 * @returns {import('vite').Plugin}
 */
export function pageTexts(catalogue) {
  return {
    name: 'inkdigit-page-texts',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => withTexts(html, JSON.parse(readFileSync(catalogue, 'utf8'))),
    },
  };
}

/**
 * @param {string} html in which no attribute's value holds a '>'
 * @param {import('../../web/texts/texts.js').Catalogue} texts
 * @returns {string}
 * @throws {Error} where there is no text for a key, or an element with a key has a text of its own
 */
export function withTexts(html, texts) {
  /** @param {string} key */
  const textOf = (key) => {
    const [section, ...name] = key.split('.');
    const found = texts[section]?.[name.join('.')];
    if (typeof found !== 'string') throw new Error(`index.html wants ${key}, and the catalogue has no such text.`);
    return escaped(found);
  };
  const named = Object.entries(ATTRIBUTES).reduce(
    (page, [key, attribute]) =>
      page.replaceAll(new RegExp(`${key}="([^"]+)"`, 'g'), (whole, name) => `${whole} ${attribute}="${textOf(name)}"`),
    html,
  );
  return named.replaceAll(/(<[^>]* data-text="([^"]+)"[^>]*>)(<\/)?/g, (_, tag, key, end) => {
    if (!end) throw new Error(`index.html has more than the text ${key} in the element that names it.`);
    const [first, rest] = tag.includes('data-emphasized') ? emphasisOf(textOf(key)) : ['', textOf(key)];
    return `${tag}${first && `<b>${first}</b>`}${rest}${end}`;
  });
}

/** @param {string} text */
const escaped = (text) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
