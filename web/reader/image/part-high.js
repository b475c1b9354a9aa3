import { usualHeight } from './lines.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 */

/** What is of two lines is so many usual heights high. */
const HIGH = { least: 1.5, most: 3.2 };

/** Ink of a line is at least so high, and up to so many heights from what may be of two lines; each lies apart from the other line's. */
const BESIDE = { high: 0.5, near: 2, apart: 0.25 };

/** Each half is a character of its own: so wide and so high, in usual heights. A tail or a bracket is not. */
const CHARACTER = { wide: 0.3, high: 0.6 };

/** Where they touch, there are at most so many widths of a stroke of ink. */
const TOUCH = 3;

/**
 * Parts what hangs together of two lines, as the tail of a 4 and the 0 below it.
 *
 * @param {Labeled} labeled altered: what is parted gets a label of its own
 * @param {ReadonlyArray<Component>} components
 * @param {number} stroke width, in pixels
 * @returns {Component[]}
 */
export function partHigh(labeled, components, stroke) {
  const usual = usualHeight(components, stroke);
  const isHigh = (/** @type {Component} */ { box }) =>
    box.height >= HIGH.least * usual && box.height <= HIGH.most * usual;
  const others = components.filter((component) => !isHigh(component) && component.box.height >= BESIDE.high * usual);
  return components.flatMap((component) => {
    const between = isHigh(component) ? betweenLines(component.box, others, usual) : null;
    return (between && partAt(labeled, component, between, { usual, stroke })) ?? [component];
  });
}

/**
 * @param {Box} box
 * @param {Component[]} others
 * @param {number} usual height
 * @returns {{ top: number, bottom: number } | null} the rows in which one line beside it ends and the next begins
 */
function betweenLines(box, others, usual) {
  const beside = others
    .map((other) => other.box)
    .filter(({ x, y, width, height }) => {
      const gap = Math.max(x - box.x - box.width, box.x - x - width);
      return gap <= BESIDE.near * usual && y + height / 2 > box.y && y + height / 2 < box.y + box.height;
    });
  const middle = box.y + box.height / 2;
  const upper = beside.filter(({ y, height }) => y + height / 2 < middle);
  const lower = beside.filter((other) => !upper.includes(other));
  if (!upper.length || !lower.length) return null;
  const bottom = Math.max(...upper.map(({ y, height }) => y + height));
  const top = Math.min(...lower.map(({ y }) => y));
  if (bottom - top > BESIDE.apart * usual) return null;
  return { top: Math.min(bottom, top), bottom: Math.max(bottom, top) };
}

/**
 * @param {Labeled} labeled altered
 * @param {Component} component
 * @param {{ top: number, bottom: number }} between
 * @param {{ usual: number, stroke: number }} size
 * @returns {Component[] | null} null where it is not of two characters
 */
function partAt(labeled, component, { top, bottom }, { usual, stroke }) {
  const { label, box } = component;
  const rows = rowsOf(labeled, component);
  const about = BESIDE.apart * usual;
  let cut = -1;
  for (
    let y = Math.max(1, Math.round(top - about - box.y));
    y <= Math.min(rows.length - 1, bottom + about - box.y);
    y++
  ) {
    if (cut < 0 || rows[y].area < rows[cut].area) cut = y;
  }
  if (cut < 0 || rows[cut].area > TOUCH * stroke) return null;
  const halves = [rows.slice(0, cut), rows.slice(cut)].map((part, at) => boxOf(part, box.y + at * cut));
  const isCharacter = (/** @type {Box} */ { width, height }) =>
    width >= CHARACTER.wide * usual && height >= CHARACTER.high * usual;
  if (!halves.every((half) => isCharacter(half.box))) return null;
  const next = labeled.next++;
  const { labels, width } = labeled;
  for (let y = box.y + cut; y < box.y + box.height; y++) {
    for (let at = y * width + box.x; at < y * width + box.x + box.width; at++)
      if (labels[at] === label) labels[at] = next;
  }
  return [
    { label, ...halves[0] },
    { label: next, ...halves[1] },
  ];
}

/** @typedef {{ area: number, from: number, to: number }} Row of ink: how many pixels, and its first and last column */

/**
 * @param {Labeled} labeled
 * @param {Component} component
 * @returns {Row[]}
 */
function rowsOf({ labels, width }, { label, box }) {
  return Array.from({ length: box.height }, (_, row) => {
    const found = { area: 0, from: Infinity, to: -Infinity };
    for (let x = box.x; x < box.x + box.width; x++) {
      if (labels[(box.y + row) * width + x] !== label) continue;
      found.area++;
      found.from = Math.min(found.from, x);
      found.to = x;
    }
    return found;
  });
}

/** @param {Row[]} rows @param {number} y of the first @returns {{ area: number, box: Box }} */
function boxOf(rows, y) {
  const [from, to] = [Math.min(...rows.map((row) => row.from)), Math.max(...rows.map((row) => row.to))];
  const area = rows.reduce((sum, row) => sum + row.area, 0);
  return { area, box: { x: from, y, width: to + 1 - from, height: rows.length } };
}
