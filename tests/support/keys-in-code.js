/**
 * Keys of the catalogue as the code asks for them: whole ('why.title', data-text="why.title"), or put together
 * (`why.legend.${side}`).
 *
 * @typedef {{ place: string, parts: string[], words: Set<string> }} Template parts: what of a key stands in the code, with
 *   a hole between each; words: those of the file that it stands in
 */

const files = /** @type {Record<string, string>} */ (
  import.meta.glob(['../../web/**/*.js', '../../web/*.html'], { query: '?raw', import: 'default', eager: true })
);
const sources = Object.entries(files);

const QUOTED = /'([^'\n]*)'/g;
const ATTRIBUTE = /\sdata-text[a-z-]*="([^"]*)"/g;
const TEMPLATE = /`([^`]*)`/g;
const HOLE = /\$\{[^}]*\}/;

/** @param {string} source @param {RegExp} pattern */
const found = (source, pattern) => [...source.matchAll(pattern)].map(([, word]) => word);

const quoted = new Set(sources.flatMap(([, source]) => found(source, QUOTED)));
const attributes = sources.flatMap(([, source]) => found(source, ATTRIBUTE));

/** @type {Template[]} */
const templates = sources.flatMap(([path, source]) => {
  const words = new Set(source.match(/[\w-]+/g));
  return found(source, TEMPLATE)
    .filter((template) => HOLE.test(template))
    .map((template) => ({ place: `${path}: ${template}`, parts: template.split(HOLE), words }));
});

/**
 * @param {string[]} sections of the catalogue: what begins with one, and has the form of a key, is meant to be one
 * @returns {Set<string>} keys that the code, or the page, has as a whole
 */
export function wholeKeys(sections) {
  const isKey = (/** @type {string} */ word) => /^\w+(\.[\w-]+)+$/.test(word) && sections.includes(word.split('.')[0]);
  return new Set([...[...quoted].filter(isKey), ...attributes]);
}

/** @param {string[]} sections @returns {Template[]} those that begin with a section */
export const keyTemplates = (sections) =>
  templates.filter(({ parts: [first] }) => sections.some((section) => first.startsWith(`${section}.`)));

/** @returns {Template[]} those that begin with what they are given, which may be a section or more: `${section}.empty` */
export const openTemplates = () => templates.filter(({ parts: [first, second] }) => first === '' && second[0] === '.');

/**
 * Tells whether the code may put a key together so. A hole takes what is written in quotes somewhere, a word of the same file
 * (as `slant` in { slant: … }), or nothing.
 *
 * @param {string} key
 * @param {Template} template
 */
export function canMake(key, { parts: [first, ...rest], words }) {
  return key.startsWith(first) && canFill(key.slice(first.length), rest, words);
}

/**
 * @param {string} tail of a key
 * @param {string[]} parts a hole before each
 * @param {Set<string>} words
 * @returns {boolean}
 */
function canFill(tail, [part, ...rest], words) {
  if (part === undefined) return tail === '';
  return Array.from({ length: tail.length + 1 }, (_, end) => end).some((end) => {
    const word = tail.slice(0, end);
    const isKnown = word === '' || quoted.has(word) || words.has(word);
    return isKnown && tail.startsWith(part, end) && canFill(tail.slice(end + part.length), rest, words);
  });
}
