import { createGroups } from '../math.js';

/**
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('../ink/rasterize.js').Box} Box
 */

/** A mark that is less high than this share of what is written is a dot, a dash or a part of a digit. */
const SMALL = 0.4;

/** Ink belongs to a line up to this many heights from its neighbor, and where it overlaps it by this share in height. */
const REACH = 2.5;
const OVERLAP = 0.4;

/** Pieces of a digit above each other share so much of their width, and are together so high, in usual heights. */
const ABOVE = 0.4;
const DIGIT = 1.5;

/** Small marks belong to ink up to this many of its heights away, to the side, and above or below it. */
const SMALL_REACH = 1.5;
const SMALL_ABOVE = 0.3;

/** What is so many times as high as usual is in no line with it; where it is that narrow besides, it is left of a rule. */
const TALLER = 2.6;
const NARROW = 0.2;

/** Pieces of a line that wide gaps part go on at most this share of a height beside where they are expected. */
const BESIDE = 0.35;

/**
 * Group ink into lines of writing, tilted or bent ones too.
 *
 * @param {ReadonlyArray<Component>} components without specks
 * @param {number} stroke width, in pixels
 * @returns {Component[][]} from the top, each from left to right
 */
export function groupIntoLines(components, stroke) {
  const usual = usualHeight(components, stroke);
  const taller = components.filter(({ box }) => box.height > TALLER * usual);
  if (!taller.length) return linesOf(components, stroke);
  const others = components.filter((component) => !taller.includes(component));
  const alone = taller.filter(({ box }) => box.width > NARROW * box.height);
  return [...linesOf(others, stroke), ...linesOf(alone, stroke)].sort((a, b) => lineTop(a) - lineTop(b));
}

/**
 * @param {ReadonlyArray<Component>} components
 * @param {number} stroke
 * @returns {Component[][]} from the top, each from left to right
 */
function linesOf(components, stroke) {
  const height = usualHeight(components, stroke);
  const tall = components.filter(({ box }) => box.height >= SMALL * height);
  const small = components.filter(({ box }) => box.height < SMALL * height);
  const lines = joinPieces(link(tall, height), height);
  for (const mark of small) nearestLine(lines, mark.box)?.push(mark);
  for (const line of lines) line.sort((a, b) => middle(a.box).x - middle(b.box).x);
  return lines.sort((a, b) => lineTop(a) - lineTop(b));
}

/**
 * The height of most ink: dirt is much, but small, so that area counts.
 *
 * @param {ReadonlyArray<Component>} components
 * @param {number} stroke
 */
export function usualHeight(components, stroke) {
  const written = components.filter(({ box }) => box.height >= 3 * stroke);
  const sorted = (written.length ? written : [...components]).toSorted((a, b) => a.box.height - b.box.height);
  const half = sorted.reduce((sum, { area }) => sum + area, 0) / 2;
  let sum = 0;
  for (const { area, box } of sorted) if ((sum += area) >= half) return box.height;
  return 0;
}

/** @param {Box} box */
const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** @param {Component[]} line */
const lineTop = (line) => Math.min(...line.map(({ box }) => box.y));

/**
 * Ink beside each other, and pieces of one digit above each other, step by step.
 *
 * @param {Component[]} components
 * @param {number} height usual
 * @returns {Component[][]}
 */
function link(components, height) {
  const sorted = components.toSorted((a, b) => a.box.x - b.box.x);
  const groups = createGroups(sorted.length);
  const furthest = REACH * Math.max(0, ...sorted.map(({ box }) => box.height));
  sorted.forEach(({ box }, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next].box;
      const gap = other.x - (box.x + box.width);
      if (gap > furthest) break;
      if (areBeside(box, other, gap) || areOneAboveOther(box, other, height)) groups.join(index, next);
    }
  });
  return groups.all().map((group) => group.map((index) => sorted[index]));
}

/** @param {Box} a @param {Box} b @param {number} gap */
function areBeside(a, b, gap) {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const lower = Math.min(a.height, b.height);
  return gap <= REACH * Math.max(lower, Math.min(a.height, b.height) * 1.5) && shared >= OVERLAP * lower;
}

/**
 * Tells whether the pen left the paper within a digit, as between a 5 and its bar: both together are as high as a
 * digit.
 *
 * @param {Box} a @param {Box} b
 * @param {number} height usual
 */
function areOneAboveOther(a, b, height) {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.max(a.y + a.height, b.y + b.height) - Math.min(a.y, b.y);
  return shared >= ABOVE * Math.min(a.width, b.width) && high <= DIGIT * height;
}

/**
 * Join what wide gaps part: each piece goes on at the slope that the lines of the picture have.
 *
 * @param {Component[][]} pieces
 * @param {number} height usual
 * @returns {Component[][]}
 */
function joinPieces(pieces, height) {
  const slope = usualSlope(pieces);
  const sorted = pieces.toSorted((a, b) => a[0].box.x - b[0].box.x);
  /** @type {Component[][]} */
  const lines = [];
  for (const piece of sorted) {
    const start = middle(piece[0].box);
    const before = lines.find((line) => {
      const end = middle(line[line.length - 1].box);
      const isAfter = piece[0].box.x > line[line.length - 1].box.x + line[line.length - 1].box.width;
      return isAfter && Math.abs(end.y + slope * (start.x - end.x) - start.y) <= BESIDE * height;
    });
    if (before) before.push(...piece);
    else lines.push([...piece]);
  }
  return lines;
}

/** @param {Component[][]} pieces @returns {number} how much lines go down, to the right: the longest decide */
function usualSlope(pieces) {
  let [across, down] = [0, 0];
  for (const piece of pieces) {
    const [first, last] = [middle(piece[0].box), middle(piece[piece.length - 1].box)];
    across += (last.x - first.x) ** 2;
    down += (last.y - first.y) * (last.x - first.x);
  }
  return across > 0 ? down / across : 0;
}

/**
 * @param {Component[][]} lines
 * @param {Box} mark
 * @returns {Component[] | undefined} none where it is not near any
 */
function nearestLine(lines, mark) {
  const { y } = middle(mark);
  let best = { distance: Infinity, line: /** @type {Component[] | undefined} */ (undefined) };
  for (const line of lines) {
    for (const { box } of line) {
      const across = Math.max(box.x - (mark.x + mark.width), mark.x - (box.x + box.width), 0) / box.height;
      const down = Math.max(box.y - y, y - (box.y + box.height), 0) / box.height;
      const distance = across + 2 * down;
      if (across <= SMALL_REACH && down <= SMALL_ABOVE && distance < best.distance) best = { distance, line };
    }
  }
  return best.line;
}
