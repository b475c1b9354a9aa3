import { buildButton, setText } from '../dom/elements.js';
import { formatList } from '../../texts/intl.js';
import { text } from '../../texts/texts.js';
import './picture-marks.css';

/** @import { Mark } from './marks.js' */

const KINDS = ['print', 'word'];

/**
 * @param {ReadonlyArray<Mark>} marks
 * @returns {Mark[]} of which those of what was passed over are labeled with what it is
 */
export const withKinds = (marks) =>
  marks.map((mark) => (mark.kind === 'skipped' ? { ...mark, label: text(`opened.${mark.mark}`) } : mark));

/**
 * What of a picture was passed over, counted in words. Print is many things on most sheets: its boxes are faint, and have
 * labels only while this is pressed.
 * @param {HTMLElement} root that the marks are in
 * @param {{ place: () => void }} marks
 */
export function createSkippedNote(root, { place }) {
  const element = buildButton('', () => explain(element.ariaPressed !== 'true'), { className: 'skipped plain' });

  /** @param {boolean} isAsked */
  function explain(isAsked) {
    element.ariaPressed = String(isAsked);
    root.toggleAttribute('data-explained', isAsked);
    place();
  }

  explain(false);
  return {
    element,
    /** @param {ReadonlyArray<Mark>} marks @returns {string} the words; none where nothing was passed over */
    render(marks) {
      const counts = KINDS.map((kind) => ({ kind, count: marks.filter(({ mark }) => mark === kind).length }));
      const parts = counts.flatMap(({ kind, count }) => (count > 0 ? [text(`opened.skipped.${kind}`, { count })] : []));
      const words = parts.length > 0 ? text('opened.skipped', { parts: formatList(parts) }) : '';
      element.hidden = words === '';
      setText(element, words);
      return words;
    },
  };
}
