import { MARK, marksIn } from './marks.js';

/**
 * @typedef {import('./file/decode.js').Picture} Picture
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {{ warm: number, green: number, weight: number }} Hue red over blue, and green over both, on average, of 255
 */

/** A pixel is surely a pen's, or print, where one is this likely. */
const SURE = 0.7;

/** Hues are told from so many pixels of the labels, and are apart where they differ by this much. */
const ENOUGH = 60;
const APART = 22;

/** A mark is of one hue where it is so much nearer to it, of the way between both ... */
const NEAR = 0.3;

/** ... and is then so many times as likely of who wrote, or printed, in it. */
const TIMES = 12;

/**
 * Tells pen and print by their hue, where one is colored and the other is not: whoever wrote in blue did not print the
 * black row numbers. Hue, not darkness: thin lines are pale.
 *
 * @param {Labels} labels altered
 * @param {Picture} picture of twice their size
 */
export function tellByColor(labels, picture) {
  const { pen, print } = labels;
  const found = marksIn(labels, (at) => pen[at] + print[at] > MARK);
  const hues = Array.from({ length: found.components.length + 1 }, empty);
  const [written, printed] = [empty(), empty()];
  for (let at = 0; at < pen.length; at++) {
    if (!found.labels[at]) continue;
    add(hues[found.labels[at]], labels, picture, at);
    if (pen[at] > SURE) add(written, labels, picture, at);
    if (print[at] > SURE) add(printed, labels, picture, at);
  }
  if (Math.min(written.weight, printed.weight) < ENOUGH) return;
  const [toWarm, toGreen] = [mean(written).warm - mean(printed).warm, mean(written).green - mean(printed).green];
  const apart = Math.hypot(toWarm, toGreen);
  if (apart < APART) return;
  const odds = hues.map((hue) => {
    const { warm, green } = mean(hue);
    const along = ((warm - mean(printed).warm) * toWarm + (green - mean(printed).green) * toGreen) / apart ** 2;
    if (along > 1 - NEAR) return TIMES;
    return along < NEAR ? 1 / TIMES : 1;
  });
  for (let at = 0; at < pen.length; at++) {
    const both = pen[at] + print[at];
    const times = odds[found.labels[at]];
    if (!found.labels[at] || times === 1) continue;
    pen[at] = (both * times * pen[at]) / Math.max(1e-6, times * pen[at] + print[at]);
    print[at] = both - pen[at];
  }
}

/** @returns {Hue} of nothing */
const empty = () => ({ warm: 0, green: 0, weight: 0 });

/** @param {Hue} hue @returns {Hue} */
const mean = ({ warm, green, weight }) => ({ warm: warm / weight, green: green / weight, weight });

/**
 * @param {Hue} sum altered
 * @param {Labels} labels
 * @param {Picture} picture
 * @param {number} at pixel of the labels
 */
function add(sum, { width }, { colors, width: columns, height: rows }, at) {
  const [x, y] = [Math.min(columns - 1, 2 * (at % width) + 1), Math.min(rows - 1, 2 * Math.floor(at / width) + 1)];
  const [red, green, blue] = colors.subarray(4 * (y * columns + x));
  sum.warm += red - blue;
  sum.green += green - (red + blue) / 2;
  sum.weight++;
}
