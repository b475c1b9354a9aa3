import { readFileSync } from 'node:fs';

const TITLE = 'title';
const SECTION = 'section=';

/** Beginnings of keys whose English words the errors bring along as their message: the page need not have them at once. */
const IN_MESSAGES = ['problem.reader-', 'problem.model-', 'problem.ink-', 'problem.browser'];

/**
 * The texts of a language in two files: those that the page needs at once, and the sections of what is opened later, which
 * come with the first of it (`loadLaterTexts` of web/texts/texts.js). For whoever writes them they are one catalogue. Imported
 * with ?section=NAME, it is that section alone: for what others embed, of which the page tells nothing.
 *
 * @param {string} folder of the catalogues, with a slash at its end
 * @param {ReadonlyArray<string>} later names of sections, or beginnings of keys
 * @param {ReadonlyArray<string>} [apart] names of sections that are imported alone
 * @returns {import('vite').Plugin}
 */
export function textsInParts(folder, later, apart = []) {
  const english = `${folder}en.json`;
  return {
    name: 'inkdigit-texts-in-parts',
    apply: 'build',
    enforce: 'pre',
    /** Of the English texts only the later ones are imported dynamically. */
    async resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string' || !specifier.endsWith('/en.json')) return null;
      const found = await this.resolve(specifier, importer);
      return found?.id === english ? laterOf(english) : null;
    },
    load(id) {
      const [file, query] = id.split('?');
      if (!file.startsWith(folder) || !file.endsWith('.json')) return null;
      const all = JSON.parse(readFileSync(file, 'utf8'));
      if (query?.startsWith(SECTION)) {
        const section = JSON.stringify(all[query.slice(SECTION.length)]);
        return { code: `export default ${section};`, moduleType: 'js' };
      }
      for (const section of apart) delete all[section];
      const ofLater = file === english && later.length > 0 ? [...later, ...IN_MESSAGES] : later;
      const texts = JSON.stringify(sectionsOf(all, ofLater, query === 'later'));
      if (file === english && query !== 'later') return texts;
      const next = query === 'later' ? '' : `export const later = () => import(${JSON.stringify(laterOf(file))});`;
      return { code: `export default ${texts};${next}`, moduleType: 'js' };
    },
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find(
        (each) => each.type === 'chunk' && each.isEntry && each.name === 'index',
      );
      const tooEarly = keysIn(entry?.type === 'chunk' ? entry.code : '', later);
      if (tooEarly.length)
        this.error(`The page tells ${tooEarly.join(', ')} at once: see LATER_TEXTS in vite.config.js.`);
    },
  };
}

/** @param {string} file */
const laterOf = (file) => `${file}?later`;

/**
 * A section's title is among the first: the way to what is opened later bears it.
 *
 * @param {import('../../web/texts/texts.js').Catalogue} texts
 * @param {ReadonlyArray<string>} later
 * @param {boolean} isLater
 */
export function sectionsOf(texts, later, isLater) {
  const isOfLater = (/** @type {string} */ section, /** @type {string} */ name) =>
    (later.includes(section) && name !== TITLE) ||
    later.some((key) => key.includes('.') && `${section}.${name}`.startsWith(key));
  const part = (/** @type {string} */ section, /** @type {object} */ all) =>
    Object.entries(all).filter(([name]) => isOfLater(section, name) === isLater);
  const parts = Object.entries(texts).map(([section, all]) => /** @type {const} */ ([section, part(section, all)]));
  return Object.fromEntries(
    parts.filter(([, all]) => all.length).map(([name, all]) => [name, Object.fromEntries(all)]),
  );
}

/**
 * @param {string} code
 * @param {ReadonlyArray<string>} later
 * @returns {string[]} keys of later texts, as they begin in the code's strings
 */
export function keysIn(code, later) {
  const keys = code.match(new RegExp(`(?<=["'\`])(?:${later.join('|')})\\.[a-z]\\w*(?=["'\`.$])`, 'g')) ?? [];
  return keys.filter((key) => !key.endsWith(`.${TITLE}`));
}
