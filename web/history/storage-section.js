import './storage-section.css';
import { wordsOf } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { formatNumber } from '../shared/numbers.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { ask } from '../shared/dom/dialog.js';

/**
 * @import { PageHistory } from './controller.js'
 * @import { Usage } from './records/records.js'
 */

/**
 * The part of a view that tells how much the history takes on the device, turns it on or off, and deletes it.
 * @param {{ history: PageHistory, say: (words: string) => void }} page
 */
export function createStorageSection({ history, say }) {
  const box = build('input', { type: 'checkbox' });
  const used = build('p', { className: 'storage-used' });
  const clear = buildButton(text('history.keep.clear'), () => void clearHistory());
  const forget = buildButton(text('history.keep.forget'), () => void forgetEverything());
  const problem = build('p', { className: 'storage-problem', role: 'alert' });
  const element = build(
    'section',
    { className: 'storage' },
    build('h3', { textContent: text('history.keep') }),
    build('label', { className: 'storage-switch' }, box, build('span', { textContent: text('history.keep.switch') })),
    build('p', { className: 'storage-about', textContent: text('history.keep.switch.about') }),
    used,
    build('div', { className: 'storage-buttons' }, clear, forget),
    problem,
  );
  let count = 0;
  let unsubscribe = () => {};

  async function refresh() {
    box.checked = history.isKeeping();
    const usage = await (await history.ready()).records.usage();
    count = usage.records;
    clear.hidden = count === 0;
    setText(used, usageInWords(usage, history.isKeeping()));
    setText(problem, wordsOf(history.notice()));
  }

  box.addEventListener('change', async () => {
    (await history.ready()).setKeeping(box.checked);
    await refresh();
    // Readings that were kept before are still there, which a person should know.
    if (!box.checked && count > 0) say(used.textContent ?? '');
  });

  async function clearHistory() {
    const isMeant = await ask(
      text('history.clear.title'),
      { yes: text('history.clear.yes'), no: text('history.cancel') },
      [
        build('p', { textContent: text('history.clear.goes', { count }) }),
        build('p', { textContent: text('history.clear.stays') }),
      ],
    );
    if (!isMeant) return;
    const isDone = await (await history.ready()).records.clear();
    await refresh();
    if (isDone) say(text('history.clear.done'));
    else setText(problem, text('history.keep.failed'));
    box.focus(); // the button that was pressed is gone
  }

  async function forgetEverything() {
    const going = ['pad', 'picture', 'batch', 'forms', 'hands'].map((each) => text(`history.forget.${each}`));
    const list = [text('history.forget.history', { count }), ...going].map((words) => build('li', {}, words));
    const isMeant = await ask(
      text('history.forget.title'),
      { yes: text('history.forget.yes'), no: text('history.cancel') },
      [
        build('p', { textContent: text('history.forget.goes') }),
        build('ul', {}, ...list),
        build('p', { textContent: text('history.forget.stays') }),
      ],
    );
    if (!isMeant) return;
    // The page is loaded anew once it is done.
    const isDone = await (await history.ready()).forgetEverything();
    if (!isDone) setText(problem, text('history.keep.failed'));
  }

  return {
    element,
    open() {
      clear.hidden = true;
      const look = () => void refresh().catch((error) => console.info('The history:', error));
      unsubscribe = history.subscribe(look);
      look();
    },
    close: () => unsubscribe(),
  };
}

/** @param {Usage} usage @param {boolean} isKeeping */
function usageInWords({ records, pictures, bytes, site }, isKeeping) {
  const sentences = [
    ...(isKeeping || records === 0 ? [] : [text('history.keep.off', { count: records })]),
    records === 0 ? text('history.keep.none') : text('history.keep.used', { count: records, size: sizeOf(bytes) }),
    ...(pictures > 0 ? [text('history.keep.pictures', { count: pictures })] : []),
    ...(site ? [text('history.keep.site', { used: sizeOf(site.used), quota: sizeOf(site.quota) })] : []),
  ];
  return sentences.join(' ');
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** @param {number} bytes @returns {string} '3.4 MB', as the language writes it */
export function sizeOf(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return formatNumber(bytes / 1000 ** step, { style: 'unit', unit: UNITS[step], maximumSignificantDigits: 3 });
}
