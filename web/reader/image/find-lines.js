import { findComponents } from './components.js';
import { usualHeight } from './lines.js';
import { around } from '../boxes.js';

/**
 * @typedef {import('./pen-ink.js').InkMask} InkMask
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {import('./components.js').Shaded} Shaded
 */

/** A speck is less long than this, in widths of a stroke, or has less ink than one width of it. */
const SPECK = 0.8;

/** A blot is so round and so full. */
const BLOT = { round: 0.6, full: 0.45 };

/** What the border cuts off is so low, in usual heights. */
const LOW = 0.5;

/** The edge of a shadow is so long, as a share of the picture's shorter side, and fills its box so little. */
const EDGE = { long: 0.5, full: 0.1 };

/** Ink along so much of a side is no writing. */
const ALONG = 0.4;

/**
 * The writing in a mask, without specks.
 *
 * @param {InkMask} mask
 * @returns {{ labeled: Shaded, writing: Component[] }}
 */
export function findWriting(mask) {
  const labeled = { ...findComponents(mask), gray: mask.gray };
  const { stroke } = mask;
  const edges = alongBorders(labeled);
  // Where one leaves the picture, pieces of it lie at the border.
  const hasEdge = labeled.components.some((component) => isEdge(component, labeled));
  const kept = labeled.components.filter(
    (component) =>
      Math.max(component.box.width, component.box.height) >= SPECK * stroke &&
      component.area > stroke &&
      !edges.has(component.label) &&
      !isCorner(component, labeled) &&
      !(hasEdge && touchesBorder(component.box, labeled)),
  );
  const height = usualHeight(kept, stroke);
  return { labeled, writing: kept.filter(({ box }) => !isCutOff(box, mask, height)) };
}

/**
 * Tells whether ink is the rest of something that the border cuts off: low, or at a side thinner than a stroke.
 *
 * @param {import('../ink/rasterize.js').Box} box
 * @param {{ width: number, height: number, stroke: number }} mask
 * @param {number} usual height
 */
function isCutOff(box, { width, height, stroke }, usual) {
  const isAtSide = box.x === 0 || box.x + box.width === width;
  const isAtEdge = box.y === 0 || box.y + box.height === height;
  return ((isAtSide || isAtEdge) && box.height < LOW * usual) || (isAtSide && box.width < stroke);
}

/**
 * @param {import('../ink/rasterize.js').Box} box
 * @param {{ width: number, height: number }} size
 */
export const touchesBorder = (box, { width, height }) =>
  box.x === 0 || box.y === 0 || box.x + box.width === width || box.y + box.height === height;

/**
 * Tells whether ink is a blot at the border, as is left where the edge of a shadow leaves the picture.
 *
 * @param {Component} component
 * @param {{ width: number, height: number }} size
 */
const isCorner = ({ box, area }, size) =>
  touchesBorder(box, size) &&
  Math.min(box.width, box.height) >= BLOT.round * Math.max(box.width, box.height) &&
  area >= BLOT.full * box.width * box.height;

/**
 * Tells whether ink is a thin line aslant from the border into the picture, as the edge of a shadow is.
 *
 * @param {Component} component
 * @param {{ width: number, height: number }} size
 */
const isEdge = ({ box, area }, size) =>
  touchesBorder(box, size) &&
  Math.min(box.width, box.height) >= EDGE.long * Math.min(size.width, size.height) &&
  area <= EDGE.full * box.width * box.height;

/**
 * The page's edge, a table or a shadow: what lies along much of one of the picture's sides.
 *
 * @param {Labeled} labeled
 * @returns {Set<number>} labels
 */
function alongBorders({ labels, width, height }) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const [start, step, count] of [
    [0, 1, width],
    [(height - 1) * width, 1, width],
    [0, width, height],
    [width - 1, width, height],
  ]) {
    /** @type {Map<number, number>} */
    const pixels = new Map();
    for (let place = 0; place < count; place++) {
      const label = labels[start + place * step];
      if (label) pixels.set(label, (pixels.get(label) ?? 0) + 1);
    }
    for (const [label, many] of pixels) if (many >= ALONG * count) found.add(label);
  }
  return found;
}

/** The height of a line's digits: of most of its ink. @param {Component[]} line */
function lineHeight(line) {
  const heights = line.map(({ box }) => box.height).sort((a, b) => b - a);
  // Dots and dashes are lower; what is crossed by a rule is higher.
  const tall = heights.filter((height) => height > 0.4 * heights[0]);
  return tall[tall.length >> 1];
}

/** Paper this wide, in heights of the line, parts what is read by itself. */
const GAP = 0.6;

/** Ink less high than this share of the line is a mark, and goes with what is next to it. */
const MARK = 0.5;

/** A separator belongs to the digit before it, unless the next is so many times nearer. */
const AFTER = 2;

/**
 * The parts of a line that are read each by itself: wide gaps say nothing, and what stands lower or higher would make
 * all of it small.
 *
 * @param {Component[]} line from left to right
 * @returns {Component[][]}
 */
export function toWords(line) {
  const height = lineHeight(line);
  const marks = line.filter(({ box }) => box.height < MARK * height);
  /** @type {Component[][]} */
  const words = [];
  for (const component of line.filter((one) => !marks.includes(one)).toSorted((a, b) => a.box.x - b.box.x)) {
    const last = words[words.length - 1];
    if (last && component.box.x - rightOf(last) <= GAP * height) last.push(component);
    else words.push([component]);
  }
  if (!words.length) return [line];
  const beside = marks.map((mark) => {
    const distances = words.map((word) => distance(mark, word));
    return distances.indexOf(Math.min(...distances));
  });
  return words.map((word, at) => [...word, ...marks.filter((_, mark) => beside[mark] === at)]);
}

/** @param {Component[]} word */
const rightOf = (word) => Math.max(...word.map(({ box }) => box.x + box.width));

/** @param {Component} mark @param {Component[]} word */
function distance({ box }, word) {
  const { x, width } = around(word.map((component) => component.box));
  return Math.max(0, AFTER * (x - box.x - box.width), box.x - x - width);
}
