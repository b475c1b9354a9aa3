import './panel.css';
import { build } from '../shared/dom/elements.js';
import { createDemo } from './demo.js';
import { createInstructions } from './instructions.js';
import { createLimits } from './limits-view.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { Reader } from '../inkdigit.js'
 * @typedef {{ ink: Ink | null }} Snapshot
 * @typedef {{ reader: () => Promise<Reader>, say: (words: string) => void }} Page what this panel wants of it
 */

/**
 * How the page works: four steps that a pad shows by itself, instructions, and what the reader is bad at.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 */
export function createGuidePanel(root, page) {
  const demo = createDemo(page);
  const limits = createLimits(page.reader);
  root.append(build('div', { className: 'guide-panel' }, demo.element, createInstructions(), limits.element));
  /** What was on the person's own pad when the panel was last shown; undefined while it is closed. @type {Ink | null | undefined} */
  let ink;

  return {
    /** @param {Snapshot} snapshot */
    show(snapshot) {
      if (ink === undefined) {
        demo.open();
        limits.open();
      }
      // Who writes has seen enough, and needs the reader.
      else if (snapshot.ink !== ink) demo.pause();
      ink = snapshot.ink;
    },
    hide() {
      demo.pause();
      ink = undefined;
    },
  };
}
