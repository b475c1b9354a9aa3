import { languageFor, LANGUAGES, text, useLanguage } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';

/** @import { Settings } from './settings.js' */

/**
 * The language of the page, each by its own name: who does not read the one that is there must find theirs.
 * @param {Settings} settings
 */
export function createLanguageChoice(settings) {
  const own = languageFor(null, navigator.languages);
  const problem = build('p', { className: 'settings-problem', role: 'alert' });
  const select = build(
    'select',
    { name: 'language' },
    option('', text('settings.language.browser', { name: nameOf(own) })),
    ...LANGUAGES.map((language) => Object.assign(option(language, nameOf(language)), { lang: language })),
  );

  select.addEventListener('change', async () => {
    const { value } = select;
    const chosen = value === '' ? null : value;
    setText(problem, '');
    try {
      // Fetched before it is chosen: a page without texts would be of no use to anybody.
      await useLanguage(chosen ?? own);
    } catch (error) {
      console.info('The texts:', error);
      setText(problem, text('problem.texts-fetch'));
      return render();
    }
    // Another one may have been chosen while these texts were on their way.
    if (select.value === value) settings.set('language', chosen);
  });

  function render() {
    select.value = settings.get('language') ?? '';
  }

  return {
    element: build(
      'section',
      {},
      build(
        'label',
        { className: 'settings-language panel-field' },
        build('span', { textContent: text('settings.language') }),
        select,
      ),
      problem,
    ),
    render,
  };
}

/** @param {string} value @param {string} name */
const option = (value, name) => build('option', { value, textContent: name });

/** @param {string} language @returns {string} as those call it who speak it */
function nameOf(language) {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}
