/** @typedef {Record<string, Record<string, string>>} Texts a section of every language, by the file that it is in (tools/vite/texts-in-parts.js) */

/**
 * @param {Texts} texts
 * @param {string} language a tag; English stands in for a language without texts
 * @param {string} key section and name
 * @returns {string}
 */
export function textIn(texts, language, key) {
  const file = (/** @type {string} */ name) => texts[`../texts/${name}.json`];
  return (file(language.split('-')[0]) ?? file('en'))[key.slice(key.indexOf('.') + 1)];
}
