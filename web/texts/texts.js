import { onceMade } from '../reader/lazy.js';
import english from './en.json' with { type: 'json' };

/**
 * The page's texts: one catalogue a language, a file beside this one, loaded when it is asked for. English is always
 * there, and stands in for what another language lacks.
 *
 * @typedef {string | { [form: string]: string }} Text one text, or one for each plural form (Intl.PluralRules) of the
 *   value `count`
 * @typedef {{ [section: string]: { [name: string]: Text } }} Catalogue
 * @typedef {{ [name: string]: string | number }} Values
 * @typedef {{ default: Catalogue, later?: () => Promise<{ default: Catalogue }> }} File later: the texts of what is opened
 *   later, which the built page has in a file of their own (tools/vite/texts-in-parts.js)
 */

const files = /** @type {Record<string, () => Promise<File>>} */ (import.meta.glob(['./*.json', '!./en.json']));

/** Languages that there are texts in. */
export const LANGUAGES = ['en', ...Object.keys(files).map((file) => file.slice(2, -'.json'.length))].sort();

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

const inEnglish = textsOf('en', english);
/** A program takes 1234 for a number, and 1,234 for two. */
const forPrograms = { ...inEnglish, numbers: new Intl.NumberFormat('en', { useGrouping: false }) };
let now = inEnglish;
let latest = now.language;

/** @type {Set<() => void>} */
const listeners = new Set();

let areLaterWanted = false;

/** The texts of what is opened later. A load that failed is tried again when they are next asked for. */
export const loadLaterTexts = onceMade(async () => {
  areLaterWanted = true;
  await Promise.all(['en', now.language].map(catalogueOf));
});

/** @param {string} language @returns {Promise<Catalogue>} with the later texts once they were asked for */
async function catalogueOf(language) {
  const isEnglish = language === 'en';
  const { default: texts, later = null } = isEnglish
    ? { default: /** @type {Catalogue} */ (english), later: () => import('./en.json') }
    : await files[`./${language}.json`]();
  const more = areLaterWanted && later ? (await later()).default : {};
  for (const [section, added] of Object.entries(more)) texts[section] = { ...texts[section], ...added };
  return texts;
}

/**
 * Take the texts of a language, unless another one is asked for before they are there. Whoever listens hears of it then.
 *
 * @param {string} wanted one of `LANGUAGES`
 * @throws {Error} where they cannot be fetched: the texts stay what they were
 */
export async function useLanguage(wanted) {
  latest = wanted;
  if (wanted === now.language) return;
  const catalogue = await catalogueOf(wanted);
  if (wanted !== latest) return;
  now = textsOf(wanted, catalogue);
  for (const listener of listeners) listener();
}

/**
 * @param {() => void} listener the page speaks another language: it is to say anew what it has said
 * @returns {() => void} ends it
 */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @returns {string} the language of the texts, for `lang` and for Intl */
export const currentLanguage = () => now.language;

/** @returns {'ltr' | 'rtl'} how it is written, for `dir` */
export const currentDirection = () => now.direction;

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
export const text = (key, values) => textIn(now, key, values);

/**
 * The same in English, whatever the page's language is: for what programs read, and for messages of errors.
 *
 * @param {string} key
 * @param {Values} [values]
 * @returns {string}
 */
export const englishText = (key, values) => textIn(forPrograms, key, values);

/**
 * @param {ReturnType<typeof textsOf>} texts
 * @param {string} key
 * @param {Values} [values]
 */
function textIn({ catalogue, plurals, numbers }, key, values = {}) {
  const dot = key.indexOf('.');
  const [section, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const found = catalogue[section]?.[name] ?? inEnglish.catalogue[section]?.[name] ?? key;
  const form = typeof found === 'string' ? found : (found[plurals.select(Number(values.count))] ?? found.other);
  return form.replace(/\{(\w+)\}/g, (_, hole) => {
    const value = values[hole] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/**
 * @param {string} language
 * @param {Catalogue} catalogue
 */
function textsOf(language, catalogue) {
  const isRightToLeft = RIGHT_TO_LEFT.includes(new Intl.Locale(language).maximize().script ?? '');
  return {
    language,
    catalogue,
    direction: /** @type {'ltr' | 'rtl'} */ (isRightToLeft ? 'rtl' : 'ltr'),
    numbers: new Intl.NumberFormat(language),
    plurals: new Intl.PluralRules(language),
  };
}
