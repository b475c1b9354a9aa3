import { SIZE } from './timeline.js';
import { text } from '../texts/texts.js';
import { pathOfStroke } from '../shared/dom/ink-paths.js';
import { buildSvg, setAttributes } from '../shared/dom/svg.js';
import { isSureSign } from '../shared/reading/sureness.js';
import { formatConfidenceShort } from '../shared/numbers.js';

/**
 * @import { Ink } from '../shared/strokes.js'
 * @import { DigitReading, Reading } from '../reader/reading.js'
 */

/** The squares' side, and the room around the number, in heights of a digit; the margin rule stands in that room. */
const SQUARE = 0.2;
const ROOM = { left: 0.5, top: 0.35, right: 0.2, bottom: 0.45 };

/** Makes the demonstration's own pad: the sheet, the ink on it, and a box for each digit that was read. */
export function createDemoPad() {
  const [width, height] = [ROOM.left + SIZE.width + ROOM.right, ROOM.top + SIZE.height + ROOM.bottom];
  const element = buildSvg('svg', {
    viewBox: `${-ROOM.left} ${-ROOM.top} ${width} ${height}`,
    class: 'demo-pad',
    role: 'img',
    'aria-label': text('guide.pad'),
  });
  const ink = buildSvg('path', { class: 'demo-ink' });
  const pen = buildSvg('circle', { class: 'demo-pen', r: '0.075' });
  const boxes = buildSvg('g', {});
  element.append(...sheet(width, height), boxes, ink, pen);

  return {
    element,
    /** @param {Ink} strokes @param {{ isWriting: boolean, step: number }} moment */
    renderInk(strokes, { isWriting, step }) {
      ink.setAttribute('d', strokes.map((stroke) => pathOfStroke(stroke)).join(''));
      const tip = strokes.at(-1)?.at(-1);
      pen.toggleAttribute('hidden', !isWriting || !tip);
      if (tip) setAttributes(pen, { cx: tip.x, cy: tip.y });
      boxes.toggleAttribute('hidden', step === 0);
    },
    /** @param {Reading | null} reading @param {number} [unsureBelow] */
    renderBoxes(reading, unsureBelow = 0) {
      const digits = reading?.numbers.flatMap((number) => number.digits) ?? [];
      boxes.replaceChildren(
        ...digits.flatMap((digit) => box(digit, digit.digit === null || !isSureSign(digit, unsureBelow))),
      );
    },
  };
}

/** @param {number} width @param {number} height @returns {SVGElement[]} squares, and the red rule beside them */
function sheet(width, height) {
  let lines = '';
  for (let x = 0; x < SIZE.width + ROOM.right; x += SQUARE) lines += `M${x.toFixed(2)} ${-ROOM.top}v${height}`;
  for (let y = SQUARE - ROOM.top; y < SIZE.height + ROOM.bottom; y += SQUARE) lines += `M-0.2 ${y.toFixed(2)}h${width}`;
  return [
    buildSvg('path', { class: 'demo-squares', d: lines }),
    buildSvg('path', { class: 'demo-rule', d: `M-0.2 ${-ROOM.top}v${height}` }),
  ];
}

/** @param {DigitReading} digit @param {boolean} isUnsure @returns {SVGElement[]} */
function box({ digit, confidence, box: { x, y, width, height } }, isUnsure) {
  const [room, kind] = [0.08, isUnsure ? 'unsure' : 'sure'];
  const name = `${digit ?? ''}${isUnsure ? '?' : ''}`;
  const label = buildSvg('text', { x: x + width / 2, y: y + height + 0.3, class: `demo-label ${kind}` });
  label.textContent = `${name} ${formatConfidenceShort(confidence)}`;
  const frame = { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
  return [buildSvg('rect', { ...frame, rx: 0.03, class: `demo-box ${kind}` }), label];
}
