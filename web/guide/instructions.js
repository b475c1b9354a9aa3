import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';

/** What to do, by what one wants: each opens for itself. */
export function createInstructions() {
  return build(
    'section',
    { className: 'guide-how' },
    build('h3', { className: 'guide-head', textContent: text('guide.how') }),
    part(text('guide.writing'), list(writing())),
    part(text('guide.correcting'), list(correcting())),
    part(text('guide.pictures'), list(pictures())),
    part(text('guide.batch'), list([text('guide.batch.open'), text('guide.batch.look'), text('guide.batch.export')])),
    part(text('guide.forms'), list([text('guide.forms.draw'), text('guide.forms.pattern')])),
    part(text('guide.keys'), keys()),
  );
}

const writing = () => [
  text('guide.writing.pad'),
  text('guide.writing.signs'),
  text('guide.writing.pen'),
  text('guide.writing.tools'),
];

const correcting = () => [
  text('guide.correcting.digit'),
  text('guide.correcting.number'),
  text('guide.correcting.kept'),
];

const pictures = () => [text('guide.pictures.open'), text('guide.pictures.crop'), text('guide.pictures.light')];

/** @param {string} name @param {HTMLElement} content */
const part = (name, content) => build('details', {}, build('summary', { textContent: name }), content);

/** @param {string[]} lines */
const list = (lines) =>
  build('ul', { className: 'guide-list' }, ...lines.map((line) => build('li', { textContent: line })));

function keys() {
  const rows = [
    [text('guide.keys.arrows'), text('guide.keys.arrows.does')],
    [text('guide.keys.diagonal'), text('guide.keys.diagonal.does')],
    [text('guide.keys.shift'), text('guide.keys.shift.does')],
    [text('guide.keys.space'), text('guide.keys.space.does')],
    [text('guide.keys.e'), text('guide.keys.e.does')],
    [text('guide.keys.delete'), text('guide.keys.delete.does')],
    [text('guide.keys.undo'), text('guide.keys.undo.does')],
    [text('guide.keys.redo'), text('guide.keys.redo.does')],
    [text('guide.keys.escape'), text('guide.keys.escape.does')],
  ].map(([key, does]) =>
    build('tr', {}, build('th', { scope: 'row', textContent: key }), build('td', { textContent: does })),
  );
  const head = [text('guide.keys.key'), text('guide.keys.does')].map((name) =>
    build('th', { scope: 'col', textContent: name }),
  );
  return build(
    'table',
    { className: 'guide-keys' },
    build('caption', { textContent: text('guide.keys.caption') }),
    build('thead', {}, build('tr', {}, ...head)),
    build('tbody', {}, ...rows),
  );
}
