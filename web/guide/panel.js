import './panel.css';
import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { createDemo } from './demo.js';
import { createLimits } from './limits.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Reader } from '../inkdigit.js'
 * @typedef {{ ink: Ink | null }} Snapshot
 * @typedef {{ reader: () => Promise<Reader>, say: (words: string) => void }} Page what this panel wants of it
 */

/**
 * Shows how the page works: four steps that a pad shows by itself, instructions, and what the reader is bad at.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 */
export function createGuidePanel(root, page) {
  const demo = createDemo(page);
  const limits = createLimits(page.reader);
  root.append(build('div', { className: 'guide-panel' }, demo.element, createInstructions(), limits.element));
  /** The ink on the person's own pad when the panel was last shown; undefined while it is closed. @type {Ink | null | undefined} */
  let ink;

  return {
    /** @param {Snapshot} snapshot */
    show(snapshot) {
      if (ink === undefined) {
        demo.open();
        limits.open();
      }
      // Whoever writes has seen enough, and needs the reader.
      else if (snapshot.ink !== ink) demo.pause();
      ink = snapshot.ink;
    },
    hide() {
      demo.pause();
      ink = undefined;
    },
  };
}

/** Tells what to do, by what one wants: each part opens for itself. */
function createInstructions() {
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
  text('guide.writing.fingers'),
  text('guide.writing.signs'),
  text('guide.writing.pen'),
  text('guide.writing.stray'),
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
