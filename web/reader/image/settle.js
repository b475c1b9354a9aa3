import { findComponents } from './components.js';
import { isFrame } from './frames.js';
import { heightOfWriting } from './height-of-writing.js';
import { MARK, marksIn } from './marks.js';
import { sumAround } from './planes.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('../network/labeler.js').Labels} Labels
 */

/** What hangs together is writing where so much of it is a pen's. */
const OF_PEN = 0.3;

/** Who wrote a character is told by what lies within so many heights of it. */
const AROUND = 0.5;

/**
 * Where nearly all is a pen's, or print, the rest is likely wrong: so far it counts how much more of the one there is. A
 * picture of few characters was hardly taken for print.
 */
const PRIOR = { times: 1.5, least: 0.7, most: 3, ofFew: 20 };
const FEW = 12;

/** A rule is longer than so many heights of what is written. */
const LONG = 1.3;

/** What is higher and wider than so many is a corner of rules. */
const BENT = 0.6;

/** What may be a rule, or written, where the label is this likely. */
const MAY_BE = 0.3;

/** Pixels of the smallest stroke. */
const LEAST = 4;

/**
 * What is this likely to be something beside the sheet, on average, is grain of a table, where half of what is written is
 * hardly any of that: the pattern of safety paper is like it.
 */
const OTHER = 0.08;
const HARDLY = 0.005;

/** A piece of a rule goes on to both sides, within so many of its lengths; so much of what is seen of them is a rule's, and so much of one length. */
const REACH = 1;
const REACH_OF_REST = 2;
const GOES_ON = 0.6;
const LEAST_SEEN = 0.2;

/** What may be a rest of an upright rule is so wide at most, as a share of its height, and fills so much of its box: a 1 leans. */
const SLIM = 0.4;
const UPRIGHT = 0.5;

/** ... and is less than so much of the picture's height, of which the rest tells. */
const MOST_OF_PICTURE = 0.5;

/** So far aside, in pixels of the labels. */
const ASIDE = 2;

/**
 * Makes labels of single pixels agree, where what they lie in tells better: a rule is long, so that a short one is a
 * stroke, and whoever wrote or printed a character did so with what is beside it.
 *
 * @param {Labels} labels altered
 */
export function settle(labels) {
  leaveOther(labels);
  const usual = heightOfWriting(labels);
  if (!usual) return;
  takeStrokes(labels, usual);
  leaveRests(labels);
  const { pen, print, width, height } = labels;
  const prior = priorOf(labels);
  const radius = Math.max(1, Math.round(AROUND * usual));
  const [pens, prints] = [pen, print].map((data) => sumAround({ data, width, height }, radius).data);
  for (let at = 0; at < pen.length; at++) {
    const both = pen[at] + print[at];
    pen[at] = (both * prior * pens[at]) / Math.max(1e-6, prior * pens[at] + prints[at]);
    print[at] = both - pen[at];
  }
}

/**
 * Takes for no writing what may be a piece of what the sheet lies on: stripes, grain, a hand.
 *
 * @param {Labels} labels altered
 */
function leaveOther({ pen, print, other, ...labels }) {
  const found = marksIn({ pen, print, other, ...labels }, (at) => pen[at] + print[at] > MAY_BE);
  const others = new Float64Array(found.components.length + 1);
  for (let at = 0; at < pen.length; at++) others[found.labels[at]] += other[at];
  const marks = found.components.map(({ label, area }) => ({ label, area, share: others[label] / area }));
  const byShare = marks.toSorted((a, b) => a.share - b.share);
  let half = byShare.reduce((sum, { area }) => sum + area, 0) / 2;
  const middle = byShare.find(({ area }) => (half -= area) <= 0);
  if (!middle || middle.share > HARDLY) return;
  const isOther = new Set(marks.filter(({ share }) => share > OTHER).map(({ label }) => label));
  for (let at = 0; at < pen.length; at++) if (isOther.has(found.labels[at])) pen[at] = print[at] = 0;
}

/** How much more a pen's than print what is unclear may be. @param {Labels} labels */
function priorOf(labels) {
  const { pen, print } = labels;
  const [written, printed] = [pen, print].map((data) => data.reduce((sum, value) => sum + value, 0));
  const characters = marksIn(labels, (at) => pen[at] + print[at] > MARK).components.filter(
    ({ box }) => box.height >= LEAST,
  );
  if (characters.length <= FEW) return PRIOR.ofFew;
  return Math.min(PRIOR.most, Math.max(PRIOR.least, (PRIOR.times * written) / Math.max(1e-6, printed)));
}

/**
 * Gives to the pen what the labels take for rules, though nothing ruled is so short: a 1, or a dash.
 *
 * @param {Labels} labels altered
 * @param {number} usual height of what is written
 */
function takeStrokes(labels, usual) {
  takeOfCharacters(labels, usual);
  takeShort(labels, usual);
}

/**
 * What hangs together with a pen's ink, and is no larger than a character.
 *
 * @param {Labels} labels altered
 * @param {number} usual
 */
function takeOfCharacters(labels, usual) {
  const { pen, print, rule } = labels;
  const found = marksIn(labels, (at) => pen[at] + print[at] + rule[at] > MARK);
  const pens = new Float64Array(found.components.length + 1);
  for (let at = 0; at < pen.length; at++) pens[found.labels[at]] += pen[at];
  const isCharacter = new Set(
    found.components
      .filter(({ box, area, label }) => {
        const isSmall = Math.max(box.width, box.height) <= LONG * usual;
        return isSmall && pens[label] > OF_PEN * area && !isFrame(found, { box, area, label });
      })
      .map(({ label }) => label),
  );
  for (let at = 0; at < pen.length; at++) {
    if (!isCharacter.has(found.labels[at])) continue;
    pen[at] += rule[at];
    rule[at] = 0;
  }
}

/**
 * What is straight and short, and one of no others in its line.
 *
 * @param {Labels} labels altered
 * @param {number} usual
 */
function takeShort({ pen, print, rule, width, height }, usual) {
  const ruled = new Uint8Array(rule.length);
  for (let at = 0; at < ruled.length; at++) {
    ruled[at] = Number(rule[at] > MAY_BE && rule[at] >= pen[at] && rule[at] >= print[at]);
  }
  const found = findComponents({ data: ruled, width, height });
  const { labels, components } = found;
  const written = Uint8Array.from(pen, (value) => Number(value > MARK));
  const isShort = (/** @type {Box} */ box) =>
    Math.max(box.width, box.height) <= LONG * usual && Math.min(box.width, box.height) <= BENT * usual;
  const strokes = components.filter(
    (component) =>
      component.area >= LEAST &&
      isShort(component.box) &&
      !isFrame(found, component) &&
      !goesOn({ data: ruled, width, height }, component.box, REACH, written),
  );
  for (const { label, box } of strokes) {
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let at = y * width + box.x; at < y * width + box.x + box.width; at++) {
        if (labels[at] !== label) continue;
        pen[at] += rule[at];
        rule[at] = 0;
      }
    }
  }
}

/**
 * Gives to rules what is upright and narrow, though it looks written, where a rule leads to it and goes on behind it.
 *
 * @param {Labels} labels altered
 */
function leaveRests(labels) {
  const { pen, rule, width, height } = labels;
  const ruled = { data: Uint8Array.from(rule, (value) => Number(value > MAY_BE)), width, height };
  const found = marksIn(labels, (at) => pen[at] > MARK);
  const isRest = new Set(
    found.components
      .filter(
        ({ box, area }) =>
          box.height >= LEAST &&
          box.width <= SLIM * box.height &&
          area > UPRIGHT * box.width * box.height &&
          box.height < MOST_OF_PICTURE * height &&
          goesOn(ruled, box, REACH_OF_REST),
      )
      .map(({ label }) => label),
  );
  for (let at = 0; at < pen.length; at++) {
    if (!isRest.has(found.labels[at])) continue;
    rule[at] += pen[at];
    pen[at] = 0;
  }
}

/**
 * Tells whether a straight piece is one of several on a line. A rule that crosses it, and goes on to both sides, is none of them.
 *
 * @param {import('./normalize.js').Mask} mask
 * @param {Box} box
 * @param {number} reach to both sides, in its lengths
 * @param {Uint8Array} [written] where something else is, so that a rule is not seen
 */
function goesOn({ data, width, height }, box, reach, written) {
  const isLevel = box.width > box.height;
  const [along, aside, count, across] = isLevel ? [1, width, width, height] : [width, 1, height, width];
  const [from, length] = isLevel ? [box.x, box.width] : [box.y, box.height];
  const [start, breadth] = isLevel ? [box.y, box.height] : [box.x, box.width];
  const [first, last] = [start - ASIDE, start + breadth + ASIDE - 1];
  const isIn = (/** @type {ArrayLike<number>} */ plane, /** @type {number} */ place, /** @type {number} */ to) =>
    to >= 0 && to < across && plane[place * along + to * aside] === 1;
  let [seen, places] = [0, 0];
  for (let place = Math.max(0, from - reach * length); place < Math.min(count, from + (1 + reach) * length); place++) {
    if (place >= from && place < from + length) continue;
    let [isRule, isWritten] = [false, false];
    for (let to = first; to <= last; to++) {
      isRule ||= isIn(data, place, to);
      isWritten ||= written !== undefined && isIn(written, place, to);
    }
    if (isRule && !(isIn(data, place, first - ASIDE) && isIn(data, place, last + ASIDE))) seen++;
    else if (isWritten) continue;
    places++;
  }
  return seen > GOES_ON * places && seen >= LEAST_SEEN * length;
}
