import './foot.css';
import { createAnnouncer } from '../shared/dom/announcer.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { formatShare } from '../shared/numbers.js';
import { text } from '../texts/texts.js';

/**
 * Lies over the sheet's lower edge where something can be done about what is in sight: all of it can be shown again, and what was left
 * out can be read after all.
 * @param {HTMLElement} sheet
 * @param {(action: 'whole' | 'meant') => void} act
 */
export function createFoot(sheet, act) {
  const whole = buildButton('', () => act('whole'));
  // Seen with the focus alone: a finger touches the stroke itself, and a palm must not press what has just come up below it.
  const meant = buildButton('', () => act('meant'), { className: 'by-focus' });
  const status = build('div', { className: 'visually-hidden', role: 'status' });
  const { announce } = createAnnouncer(status);
  const foot = build('div', { className: 'pad-foot' }, whole, meant);
  sheet.append(foot, status);
  return {
    /** @param {{ zoom: number | null, leftOut: number }} shown zoom of a sheet that was moved; leftOut counts strokes */
    render({ zoom, leftOut }) {
      const held = [whole, meant].find((button) => button === document.activeElement);
      whole.hidden = zoom === null;
      meant.hidden = leftOut === 0;
      setText(whole, text('sheet.whole'));
      setText(meant, text('sheet.meant', { count: leftOut }));
      // The focus must not be lost with the button that was pressed.
      if (held?.hidden) sheet.querySelector('canvas')?.focus({ preventScroll: true });
      const told = [
        zoom && text('sheet.zoom', { share: formatShare(zoom) }),
        leftOut && text('sheet.leftOut', { count: leftOut }),
      ];
      announce(told.filter(Boolean).join(' '));
    },
  };
}
