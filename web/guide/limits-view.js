import './limits.css';
import { answerOf } from './answer.js';
import { LIMITS } from './limits.js';
import { wordsOf as wordsOfProblem } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { answerWords } from './answer-words.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';

/**
 * What the reader is bad at: a picture of each, and the reader's own answer to it, as it is today on this device.
 *
 * @param {() => Promise<import('../inkdigit.js').Reader>} reader
 */
export function createLimits(reader) {
  const items = LIMITS.map(createLimit);
  const list = build('ul', { className: 'limits-list' }, ...items.map(({ element }) => element));
  const more = [text('limits.more.sure'), text('limits.more.people'), text('limits.more.check')];
  const element = build(
    'section',
    { className: 'limits' },
    build('h3', { className: 'guide-head', textContent: text('limits.title') }),
    build('p', { textContent: text('limits.intro') }),
    list,
    build('h4', { textContent: text('limits.more') }),
    build('ul', { className: 'guide-list' }, ...more.map((line) => build('li', { textContent: line }))),
  );
  // Not before they are looked at: the demonstration above is read meanwhile.
  const inSight = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    inSight.disconnect();
    void readAll();
  });

  /** One after the other: the person's own ink comes in between. */
  async function readAll() {
    try {
      const ready = await reader();
      for (const item of items)
        item.render(answerOf(await ready.readInk(item.ink), ready.info.model.thresholds.unsure));
    } catch (error) {
      for (const item of items) item.fail(text('limits.failed', { reason: wordsOfProblem(error) }));
    }
  }

  return {
    element,
    /** Reads anew what could not be read the last time. */
    open() {
      if (items.some(({ isRead }) => !isRead())) inSight.observe(list);
    },
  };
}

/** @param {import('./limits.js').Limit} limit */
function createLimit({ title, words, meant, ink }) {
  let done = false;
  const read = build('b', { dir: 'ltr' });
  const how = build('span', { textContent: text('limits.waiting') });
  const { viewBox, paths } = pathsOfInk(ink, { margin: 0.05 });
  const picture = drawPaths(viewBox, [{ d: paths.join('') }], { className: 'limits-picture' });
  const element = build(
    'li',
    {},
    picture,
    build('h4', { textContent: text(title) }),
    build('p', { textContent: text(words) }),
    build(
      'dl',
      {},
      build('dt', { textContent: text('limits.meant') }),
      build('dd', {}, build('b', { dir: 'ltr', textContent: meant })),
      build('dt', { textContent: text('limits.read') }),
      build('dd', {}, read, ' ', how),
    ),
  );
  return {
    element,
    ink,
    isRead: () => done,
    /** @param {import('./answer.js').Answer} answer */
    render(answer) {
      done = true;
      setText(read, answer.text || text('limits.none'));
      setText(how, wordsOf(answer));
    },
    /** @param {string} reason */
    fail(reason) {
      setText(read, '');
      setText(how, reason);
    },
  };
}

/** @param {import('./answer.js').Answer} answer @returns {string} how sure it is, and what of it is no digit */
function wordsOf(answer) {
  const words = answerWords(answer);
  if (answer.kind === 'refused' || !answer.text.includes('?')) return words;
  return text('answer.remarked', { words, remark: text('limits.notDigit') });
}
