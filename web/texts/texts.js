import english from './en.json' with { type: 'json' };

/**
 * The page's texts: one catalogue a language, a file beside this one, loaded when it is asked for. English is always
 * there, and stands in for what another language lacks.
 *
 * @typedef {string | { [form: string]: string }} Text one text, or one for each plural form (Intl.PluralRules) of the
 *   value `count`
 * @typedef {{ [section: string]: { [name: string]: Text } }} Catalogue
 * @typedef {{ [name: string]: string | number }} Values
 */

const files = /** @type {Record<string, () => Promise<{ default: Catalogue }>>} */ (
  import.meta.glob(['./*.json', '!./en.json'])
);

/** Languages that there are texts in. */
export const LANGUAGES = ['en', ...Object.keys(files).map((file) => file.slice(2, -'.json'.length))].sort();

/** @type {Catalogue} */
let catalogue = english;
let language = 'en';

/**
 * Take the texts of a language.
 *
 * @param {string} wanted one of `LANGUAGES`
 * @throws {Error} where they cannot be fetched: the texts stay what they were
 */
export async function useLanguage(wanted) {
  catalogue = wanted === 'en' ? english : (await files[`./${wanted}.json`]()).default;
  language = wanted;
}

/** @returns {string} the language of the texts, for `lang` and for Intl */
export const currentLanguage = () => language;

/**
 * The language to begin with: the one that was chosen, else the first that the person reads and that there is.
 *
 * @param {string | null} chosen
 * @param {ReadonlyArray<string>} read such as `navigator.languages`
 */
export function languageFor(chosen, read) {
  const known = [chosen ?? '', ...read.map((tag) => tag.split('-')[0])];
  return known.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/**
 * @param {string} key section and name: 'why.title'
 * @param {Values} [values] for what stands in braces; numbers are formatted as the language does
 * @returns {string}
 */
export function text(key, values = {}) {
  const dot = key.indexOf('.');
  const [section, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const found = catalogue[section]?.[name] ?? /** @type {Catalogue} */ (english)[section]?.[name] ?? key;
  const form = typeof found === 'string' ? found : pluralOf(found, Number(values.count));
  return form.replace(/\{(\w+)\}/g, (_, value) => format(values[value] ?? ''));
}

/** @param {{ [form: string]: string }} forms @param {number} count */
const pluralOf = (forms, count) => forms[new Intl.PluralRules(language).select(count)] ?? forms.other;

/** @param {string | number} value */
const format = (value) => (typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value);
