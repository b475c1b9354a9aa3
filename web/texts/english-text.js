import english from './en.json' with { type: 'json' };

/**
 * A text in English, whatever the page's language is: for what programs read, and for messages of errors.
 *
 * @param {string} key section and name, as for `text`
 * @param {import('./texts.js').Values} [values]
 * @returns {string}
 */
export function englishText(key, values = {}) {
  const dot = key.indexOf('.');
  const section = /** @type {import('./texts.js').Catalogue} */ (english)[key.slice(0, dot)];
  const found = section?.[key.slice(dot + 1)] ?? key;
  const form = typeof found === 'string' ? found : found[Number(values.count) === 1 ? 'one' : 'other'];
  return form.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
