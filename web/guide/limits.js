import { answerOf, sureWords } from './answer.js';
import { wordsOf as wordsOfProblem } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { pathsOfInk } from '../shared/dom/ink-paths.js';
import { drawPaths } from '../shared/dom/svg.js';
import { joinStrokes, writeSigns } from './signs.js';

/**
 * @import { Reader } from '../inkdigit.js'
 * @import { Ink } from '../shared/strokes.js'
 * @import { Answer } from './answer.js'
 * @typedef {{ title: string, words: string, meant: string, ink: Ink }} Limit title and words are keys of texts
 */

/** The reader is bad at these, in ink. @type {Limit[]} */
export const LIMITS = [
  { title: 'limits.letters', words: 'limits.letters.words', meant: 'SOS', ink: writeSigns(['S', 'O', 'S']) },
  { title: 'limits.oneSeven', words: 'limits.oneSeven.words', meant: '7', ink: writeSigns(['7'], { turn: -30 }) },
  { title: 'limits.fourNine', words: 'limits.fourNine.words', meant: '4', ink: writeSigns(['closed 4']) },
  {
    title: 'limits.touching',
    words: 'limits.touching.words',
    meant: '44',
    ink: writeSigns(['4', '4'], { pitch: 0.35 }),
  },
  {
    title: 'limits.joined',
    words: 'limits.joined.words',
    meant: '200',
    ink: joinStrokes(writeSigns(['2', '0', '0'], { pitch: 0.8 })),
  },
  {
    title: 'limits.tilted',
    words: 'limits.tilted.words',
    meant: '2047',
    ink: writeSigns(['2', '0', '4', '7'], { turn: -40, pitch: 0.85 }),
  },
  { title: 'limits.words', words: 'limits.words.words', meant: 'one', ink: writeSigns(['one']) },
  {
    title: 'limits.signs',
    words: 'limits.signs.words',
    meant: '20€',
    ink: writeSigns(['2', '0', '€'], { pitch: 0.95 }),
  },
  { title: 'limits.scripts', words: 'limits.scripts.words', meant: '55', ink: writeSigns(['५', '٥'], { pitch: 1.2 }) },
];

/**
 * Shows what the reader is bad at: a picture of each, and the reader's own answer to it, as it is today on this device.
 *
 * @param {() => Promise<Reader>} reader
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
  // They are not read before they are looked at: the demonstration above is read meanwhile.
  const inSight = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    inSight.disconnect();
    void readAll();
  });

  /** Reads one after the other, so that the person's own ink comes in between. */
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

/** @param {Limit} limit */
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
    /** @param {Answer} answer */
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

/** @param {Answer} answer @returns {string} how sure it is, and what of it is no digit */
function wordsOf(answer) {
  const words = sureWords(answer);
  if (answer.kind === 'refused' || !answer.text.includes('?')) return words;
  return text('answer.remarked', { words, remark: text('limits.notDigit') });
}
