import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';

/** @import { Query } from './records/search.js' */

/** A finger takes less than this from one key to the next. */
const TYPING_MS = 120;

/**
 * The form that says which readings of the history are wanted.
 * @param {() => void} onChange
 */
export function createSearchForm(onChange) {
  const typed = build('input', { type: 'search', autocomplete: 'off', enterKeyHint: 'search' });
  const day = build('input', { type: 'date' });
  const unsure = build('input', { type: 'checkbox' });
  const corrected = build('input', { type: 'checkbox' });
  const count = build('p', { className: 'history-count', role: 'status' });
  const element = build(
    'div',
    { className: 'history-search', role: 'search', ariaLabel: text('history.search') },
    field('history.search.text', typed),
    field('history.search.day', day),
    field('history.search.unsure', unsure, 'history-check panel-check'),
    field('history.search.corrected', corrected, 'history-check panel-check'),
    count,
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  element.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    if (target === typed) timer = setTimeout(onChange, TYPING_MS);
    else onChange();
  });

  /** @returns {Query} */
  const query = () => ({
    text: typed.value,
    day: day.value,
    isUnsure: unsure.checked,
    isCorrected: corrected.checked,
  });

  return {
    element,
    query,
    clear() {
      typed.value = day.value = '';
      unsure.checked = corrected.checked = false;
      onChange();
      typed.focus();
    },
    /** @param {{ count: number, all: number }} found @param {boolean} isAny where there is nothing, nothing is looked for */
    render(found, isAny) {
      element.hidden = !isAny;
      const isSearching = Object.values(query()).some(Boolean);
      setText(count, text(isSearching ? 'history.found' : 'history.count', found));
    },
  };
}

/** @param {string} key @param {HTMLInputElement} input @param {string} [className] */
const field = (key, input, className = 'history-field panel-field') =>
  build('label', { className }, build('span', { textContent: text(key) }), input);
