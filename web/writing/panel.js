import './panel.css';
import { leftToRight } from '../texts/intl.js';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';
import { drawPaths } from '../shared/dom/svg.js';
import { turnedBox, turnedSize } from '../shared/frame/turned.js';
import { memo } from '../shared/memo.js';
import { chosenDigit, createDigitRow, createEmptyMessage, shownAs, whenPenRests } from '../shared/panel/digit-panel.js';
import { describeNumber } from './describe-number.js';
import { drawingOf } from './drawings.js';
import { wordsOfDigit, wordsOfNumber } from './words.js';

/**
 * @import { WrittenNumber } from './describe-number.js'
 * @import { Message } from './words.js'
 * @import { PanelPage } from '../app/panel-registry.js'
 * @import { Snapshot } from '../shared/panel/snapshot.js'
 */

/**
 * Shows how the chosen digit, and the number that it is part of, are written.
 *
 * @param {HTMLElement} root
 * @param {PanelPage} page
 */
export function createWritingPanel(root, page) {
  const empty = createEmptyMessage('writing', page.openInk);
  const number = createPart();
  const digits = createDigitRow(page.select);
  const digit = createPart();
  const parts = build(
    'div',
    { className: 'writing-parts' },
    number.element,
    digits.element,
    digit.element,
    howMeasured(),
  );
  root.append(build('div', { className: 'writing-panel' }, empty.element, parts));

  const describe = memo(
    (
      /** @type {Snapshot['ink']} */ ink,
      /** @type {Snapshot['page']} */ sheet,
      /** @type {WrittenNumber} */ written,
      /** @type {number} */ turned,
    ) => describeNumber(written, { ...(ink && { strokes: ink }), page: turnedSize(sheet, turned) }),
  );

  /** @param {Snapshot} snapshot */
  function show(snapshot) {
    const chosen = chosenDigit(snapshot);
    empty.element.hidden = chosen !== null;
    parts.hidden = chosen === null;
    if (!chosen) return empty.render(snapshot);
    const { place, shown } = chosen;
    const { reading, corrected, ink } = snapshot;
    const written = asShown(reading, corrected, snapshot.page)[place.number];
    const writing = describe(ink, snapshot.page, written, reading?.turned ?? 0);
    const its = writing.digits[place.digit];
    digits.render(snapshot, place);
    digit.render(
      shown === null ? text('writing.sign') : text('writing.digit', { digit: String(shown) }),
      wordsOfDigit(its, shown),
      its,
    );
    // One digit has neither spacing nor a line: all that there is to say is said of the digit.
    number.element.hidden = writing.digits.length < 2;
    number.render(text('writing.number', { number: leftToRight(written.text) }), wordsOfNumber(writing), writing);
  }

  return { show: whenPenRests(show) };
}

/**
 * Puts a person's corrections into what was read, and a picture upright: how a digit is usually written goes by the digit
 * that it is, and how a line runs by the side that is up.
 */
const asShown = memo(
  /** @returns {(WrittenNumber & { text: string })[]} */
  (
    /** @type {Snapshot['reading']} */ reading,
    /** @type {Snapshot['corrected']} */ corrected,
    /** @type {Snapshot['page']} */ page,
  ) => {
    const upright = (/** @type {import('../reader/ink/rasterize.js').Box} */ box) =>
      turnedBox(box, page, reading?.turned ?? 0);
    return (reading?.numbers ?? []).map(({ digits, separators, text: read }, number) => ({
      text: corrected?.numbers[number]?.text || read,
      separators: separators.map((each) => ({ ...each, box: upright(each.box) })),
      digits: digits.map((each, digit) => ({
        ...each,
        box: upright(each.box),
        digit: shownAs(corrected, { number, digit }, each.digit),
      })),
    }));
  },
);

/** Makes a heading and a list of measures, a small picture and a sentence each. */
function createPart() {
  const head = build('h3', { className: 'panel-heading' });
  const list = build('ul', { className: 'writing-measures' });
  list.role = 'list';
  return {
    element: build('section', {}, head, list),
    /** @param {string} name @param {Message[]} messages @param {Record<string, unknown>} writing */
    render(name, messages, writing) {
      setText(head, name);
      list.replaceChildren(...messages.map((message) => toItem(message, Number(writing[message.measure]))));
    },
  };
}

/** @param {Message} message @param {number} value */
function toItem({ measure, key, values }, value) {
  const item = build('li', {}, build('span', { textContent: text(key, namesFor(values)) }));
  item.dataset.measure = measure;
  const drawing = drawingOf(measure, value);
  if (drawing) item.prepend(drawPaths(drawing.viewBox, drawing.paths, { className: 'writing-drawing' }));
  return item;
}

/** Writes a digit as a name and not as an amount. @param {Record<string, number>} values @returns {Record<string, string | number>} */
const namesFor = (values) => ('digit' in values ? { ...values, digit: String(values.digit) } : values);

const howMeasured = () =>
  build(
    'details',
    { className: 'panel-details' },
    build('summary', { textContent: text('writing.how') }),
    ...['shape', 'pen', 'line', 'source'].map((each) => build('p', { textContent: text(`writing.how.${each}`) })),
  );
