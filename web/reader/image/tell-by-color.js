import { MARK, marksIn } from './marks.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {import('./file/decode.js').Picture} Picture
 * @typedef {import('../network/labeler.js').Labels} Labels
 * @typedef {[red: number, green: number, blue: number]} Color how much darker than the paper, of 255 in each
 * @typedef {{ label: number, area: number, color: Color, pens: number, prints: number }} Colored a mark with how many of its pixels are surely
 *   a pen's, and print
 */

/** A pixel is surely a pen's, or print, where one is this likely: colors are told from so many pixels of the labels. */
const SURE = 0.7;
const ENOUGH = 60;

/** Colors are apart where they differ by so much of how dark they are, and where labels agree so much more than by chance. */
const APART = 0.1;
const AGREEING = 0.65;

/** Means of both colors are taken so often. */
const ROUNDS = 4;

/** A mark is of one color, and whose that is made it, where it is so much nearer to it, of the way between both. */
const NEAR = 0.3;
const [PEN, PRINT] = [1, 2];

/** Paper is where nothing else is as likely as this, so near to a mark, in pixels of the labels. */
const IS_PAPER = 0.5;
const BESIDE = 3;

/** What is less dark than this, of 255, has no color. */
const LEAST_DARK = 6;

/**
 * Tells pen and print by their color, where one is colored and the other is not: whoever wrote in blue did not print the
 * black row numbers. What counts is which light ink takes away, as a share of all that it does: thin lines are pale.
 *
 * @param {Labels} labels altered
 * @param {Picture} picture of twice their size
 */
export function tellByColor(labels, picture) {
  const { pen, print } = labels;
  const found = marksIn(labels, (at) => pen[at] + print[at] > MARK);
  const [pens, prints] = [pen, print].map((data) => sureIn(data, found));
  const marks = found.components
    .map((mark) => ({ ...mark, color: colorOf(mark, found, labels, picture) }))
    .filter(({ color }) => darkness(color) >= LEAST_DARK)
    .map(({ label, area, color }) => ({ label, area, color, pens: pens[label], prints: prints[label] }));
  const owners = new Uint8Array(found.components.length + 1);
  placesBetween(marks).forEach((place, at) => {
    if (place > 1 - NEAR) owners[marks[at].label] = PEN;
    if (place < NEAR) owners[marks[at].label] = PRINT;
  });
  for (let at = 0; at < pen.length; at++) {
    const owner = owners[found.labels[at]];
    if (!owner) continue;
    const both = pen[at] + print[at];
    pen[at] = owner === PEN ? both : 0;
    print[at] = both - pen[at];
  }
}

/** @param {Float32Array} data @param {Labeled} found @returns {Uint32Array} how many sure pixels each mark has */
function sureIn(data, { labels, components }) {
  const counts = new Uint32Array(components.length + 1);
  for (let at = 0; at < data.length; at++) if (data[at] > SURE) counts[labels[at]]++;
  return counts;
}

/**
 * Where each mark is on the way from print's color, 0, to the pen's, 1, as two means part them that begin with what the
 * labels say (k-means).
 *
 * @param {Colored[]} marks
 * @returns {number[]} none where colors do not tell, or not what the labels say
 */
function placesBetween(marks) {
  const total = (/** @type {(mark: Colored, at: number) => number} */ of) =>
    marks.reduce((sum, mark, at) => sum + of(mark, at), 0);
  const meanOf = (/** @type {(mark: Colored, at: number) => number} */ weight) => {
    const channel = (/** @type {number} */ one) => total((mark, at) => weight(mark, at) * mark.color[one]);
    return hueOf([channel(0), channel(1), channel(2)]);
  };
  const [written, printed] = [total(({ pens }) => pens), total(({ prints }) => prints)];
  if (Math.min(written, printed) < ENOUGH) return [];
  let [pen, print] = [meanOf(({ pens }) => pens), meanOf(({ prints }) => prints)];
  /** @type {number[]} */
  let places = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [warm, green] = [pen[0] - print[0], pen[1] - print[1]];
    const along = (/** @type {number[]} */ hue) => (hue[0] - print[0]) * warm + (hue[1] - print[1]) * green;
    places = marks.map(({ color }) => along(hueOf(color)) / (warm ** 2 + green ** 2));
    pen = meanOf(({ area }, at) => (places[at] > 0.5 ? area : 0));
    print = meanOf(({ area }, at) => (places[at] > 0.5 ? 0 : area));
  }
  const ofPens = total(({ pens }, at) => (places[at] > 0.5 ? pens : 0)) / written;
  const ofPrints = total(({ prints }, at) => (places[at] > 0.5 ? 0 : prints)) / printed;
  const tells = Math.hypot(pen[0] - print[0], pen[1] - print[1]) >= APART && ofPens + ofPrints - 1 >= AGREEING;
  return tells ? places : [];
}

/**
 * @param {{ label: number, box: Box }} mark
 * @param {Labeled} found
 * @param {Labels} labels
 * @param {Picture} picture
 * @returns {Color} of a mark, on the paper beside it; no color where there is none
 */
function colorOf({ label, box }, { labels: owners }, { pen, print, rule, other, width, height }, picture) {
  const [ink, paper] = [0, 1].map(() => [0, 0, 0, 0]);
  for (let y = Math.max(0, box.y - BESIDE); y < Math.min(height, box.y + box.height + BESIDE); y++) {
    for (let x = Math.max(0, box.x - BESIDE); x < Math.min(width, box.x + box.width + BESIDE); x++) {
      const at = y * width + x;
      if (owners[at] === label) add(ink, picture, x, y);
      else if (pen[at] + print[at] + rule[at] + other[at] < 1 - IS_PAPER) add(paper, picture, x, y);
    }
  }
  const darker = [0, 1, 2].map((channel) => (paper[3] ? paper[channel] / paper[3] - ink[channel] / ink[3] : 0));
  return /** @type {Color} */ (darker);
}

/**
 * @param {number[]} sum of red, green and blue, and how many; altered
 * @param {Picture} picture
 * @param {number} x of the labels
 * @param {number} y
 */
function add(sum, { colors, width, height }, x, y) {
  const at = 4 * (Math.min(height - 1, 2 * y + 1) * width + Math.min(width - 1, 2 * x + 1));
  for (let channel = 0; channel < 3; channel++) sum[channel] += colors[at + channel];
  sum[3]++;
}

/** @param {Color} color */
const darkness = ([red, green, blue]) => Math.abs(red + green + blue) / 3;

/** @param {Color} color @returns {[warm: number, green: number]} of how dark it is, what it has more of red than of blue, and of green than of both */
function hueOf([red, green, blue]) {
  const dark = (red + green + blue) / 3;
  return [(red - blue) / dark, (green - (red + blue) / 2) / dark];
}
