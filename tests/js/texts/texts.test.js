import { describe, expect, test } from 'vitest';
import { canMake, keyTemplates, openTemplates, wholeKeys } from '../../support/keys-in-code.js';

/**
 * @import { Catalogue, Text } from '../../../web/texts/texts.js'
 * @typedef {Map<string, Text>} Texts by key
 */

const files = /** @type {Record<string, Catalogue>} */ (
  import.meta.glob('../../../web/texts/*.json', { import: 'default', eager: true })
);

/** @param {Catalogue} catalogue @returns {Texts} */
const textsOf = (catalogue) =>
  new Map(
    Object.entries(catalogue).flatMap(([section, texts]) =>
      Object.entries(texts).map(([name, text]) => /** @type {const} */ ([`${section}.${name}`, text])),
    ),
  );

const english = textsOf(files['../../../web/texts/en.json']);
const keys = [...english.keys()];
const languages = Object.entries(files).map(
  ([path, catalogue]) => /** @type {const} */ ([path.replace(/.*\/|\.json$/g, ''), textsOf(catalogue)]),
);

/** @param {Text} text @returns {[form: string, words: string][]} */
const formsOf = (text) => (typeof text === 'string' ? [['', text]] : Object.entries(text));

/** @param {string} words @returns {string[]} names in braces */
const valuesOf = (words) => [...new Set(words.match(/\{\w+\}/g))].sort();

/** @param {string} key @returns {string} of the name that stands on a button, for that by which it is known */
const shortKeyOf = (key) => (/^page\.to[A-Z]/.test(key) ? 'picture.back' : key.replace(/\.(long|label)$/, ''));

/** So many counts meet every plural form that a count has; some languages have one more for what only fractions take. */
const COUNTS = Array.from({ length: 1000 }, (_, count) => count);

/** @param {string} language @returns {string[]} the plural form of each count */
function formOfCounts(language) {
  const plurals = new Intl.PluralRules(language);
  return COUNTS.map((count) => plurals.select(count));
}

describe.each(languages)('texts in %s', (language, texts) => {
  test('none is missing', () => {
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  });

  test('none is there that English does not have', () => {
    expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test('none is blank', () => {
    expect(keys.filter((key) => formsOf(texts.get(key) ?? '-').some(([, words]) => words.trim() === ''))).toEqual([]);
  });

  test('what is counted has each plural form that the language has for a count, and no other', () => {
    const needed = new Set([...formOfCounts(language), 'other']);
    const allowed = /** @type {string[]} */ (new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    const wrong = [...texts].flatMap(([key, text]) => {
      const source = english.get(key);
      if (source === undefined) return []; // another test tells it
      if (typeof text === 'string' || typeof source === 'string') {
        return typeof text === typeof source ? [] : [`${key}: has plural forms in one of the two languages only`];
      }
      return [
        ...[...needed].filter((form) => !(form in text)).map((form) => `${key}: lacks ${form}`),
        ...Object.keys(text).flatMap((form) => (allowed.includes(form) ? [] : [`${key}: ${form} is never used`])),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('the values in braces are those of English, in every form', () => {
    const counts = formOfCounts(language);
    const wrong = [...texts].flatMap(([key, text]) => {
      const wanted = [...new Set(formsOf(english.get(key) ?? '').flatMap(([, words]) => valuesOf(words)))].sort();
      return formsOf(text).flatMap(([form, words]) => {
        // A form that stands for a single count may say it in words.
        const isSingle = counts.filter((each) => each === form).length === 1;
        const needed = isSingle ? wanted.filter((value) => value !== '{count}') : wanted;
        const values = valuesOf(words);
        const isRight =
          needed.every((value) => values.includes(value)) && values.every((each) => wanted.includes(each));
        return isRight || !english.has(key) ? [] : [`${key} ${form}: ${values} instead of ${wanted}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('who says what stands on a button is understood: its longer name holds it', () => {
    const wrong = keys.flatMap((key) => {
      const [short, long] = [shortKeyOf(key), key].map((each) => texts.get(each));
      if (typeof short !== 'string' || typeof long !== 'string') return [];
      const [part, whole] = [short, long].map((words) => words.toLocaleLowerCase(language));
      return whole.includes(part) ? [] : [`${key}: “${long}” does not hold “${short}”`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('texts that the code asks for', () => {
  const sections = [...new Set(keys.map((key) => key.split('.')[0]))];
  const whole = wholeKeys(sections);
  const templates = keyTemplates(sections);

  test('each is in the catalogue', () => {
    const none = templates.filter((template) => !keys.some((key) => canMake(key, template)));
    expect([...[...whole].filter((key) => !english.has(key)), ...none.map(({ place }) => place)]).toEqual([]);
  });

  test('there are no others in the catalogue', () => {
    const made = [...templates, ...openTemplates()];
    expect(keys.filter((key) => !whole.has(key) && !made.some((template) => canMake(key, template)))).toEqual([]);
  });
});
