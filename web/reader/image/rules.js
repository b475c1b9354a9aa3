import { at, fit, followThinLines, goesOnAlone, thinRunsAlong } from './thin-lines.js';
import { eraseComponent, findComponents } from './components.js';
import { median } from '../math.js';
import { strokeWidth } from './planes.js';

/**
 * @typedef {import('./binarize.js').InkMask} InkMask
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {import('./thin-lines.js').ThinLine} ThinLine
 * @typedef {{ length: number, breadth: number, along: number, down: number }} Grid the picture along the rules and
 *   across them, in pixels, and the steps between its pixels
 * @typedef {{ level: number, slope: number }} Line y = level + slope * x
 * @typedef {Line & { thick: number }} Rule
 */

/** A rule is at most this many widths of a stroke thick. */
const THICKEST = 1.5;

/** A rule's own thickness varies by a pixel and so much; what is thicker is a digit's. */
const THICKER = 1.1;

/** Pieces from which a rule is recognized are at least this many widths of a stroke long. */
const PIECE = 3;

/** Pieces of a rule may lie so far beside it, in widths of a stroke, and in shares of the distance. */
const BESIDE = 0.4;
const STRAYS = 0.004;

/** A crumb of a rule is at most so many strokes long: less than a written point. */
const CRUMB = 1.3;

/** Something so thin and so long, in widths of a stroke, was not made by the pen that wrote the rest. */
const HAIR = { thick: 0.5, long: 8 };

/** A picture so many times as wide as high shows one line, most likely; squared paper has so many rules in it. */
const STRIP = 1.8;
const MANY = 5;

/**
 * Take ruled and squared lines, table borders and underlines out of a mask: long thin straight lines. Strokes that
 * cross a rule stay whole, because where they do the ink is not thin.
 *
 * @param {InkMask} mask altered
 * @returns {InkMask} the same ink, with what is left of rules
 */
export function removeRules(mask) {
  const { width, height } = mask;
  removeFrames(mask);
  const across = eraseRules(mask, { length: width, breadth: height, along: 1, down: width });
  // In a strip that is cut close around a line of digits, what runs from its top to its bottom is a 1, if it is not
  // one of many.
  const fewest = width >= STRIP * height ? MANY : 1;
  const down = eraseRules(mask, { length: height, breadth: width, along: width, down: 1 }, fewest);
  const erased = across.length > 0 || down.length > 0;
  const known = erased ? { ...mask, stroke: strokeWidth(mask.data, width) } : mask;
  eraseCrumbs(known, across, down);
  return known;
}

/** @param {Rule} rule @param {number} x @param {number} y */
const isOn = (rule, x, y) => Math.abs(y - at(rule, x)) <= 2 * rule.thick + 1;

/**
 * Takes out crumbs, small or thin things on a rule: some are left where two rules cross or where they are faint. And
 * hairlines, such as the sides of a frame that lost its level ones.
 *
 * @param {InkMask} mask
 * @param {Rule[]} across
 * @param {Rule[]} down
 */
function eraseCrumbs(mask, across, down) {
  const { labels, components } = findComponents(mask);
  const most = CRUMB * mask.stroke;
  for (const component of components) {
    const { x, y, width, height } = component.box;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const isSmall = Math.max(width, height) <= most;
    const isHair =
      Math.min(width, height) <= HAIR.thick * mask.stroke && Math.max(width, height) >= HAIR.long * mask.stroke;
    const isLeft =
      isHair ||
      across.some((rule) =>
        isSmall
          ? isOn(rule, middleX, middleY)
          : height <= 2 * rule.thick + 1 && isOn(rule, x, middleY) && isOn(rule, x + width, middleY),
      ) ||
      down.some((rule) =>
        isSmall
          ? isOn(rule, middleY, middleX)
          : width <= 2 * rule.thick + 1 && isOn(rule, y, middleX) && isOn(rule, y + height, middleX),
      );
    if (isLeft) eraseComponent(mask, labels, component);
  }
}

/**
 * @param {InkMask} mask
 * @param {Grid} grid
 * @param {number} [fewest] with fewer rules none is erased
 * @returns {Rule[]} those that are straight
 */
function eraseRules({ data, stroke }, grid, fewest = 1) {
  const thickest = Math.max(3, Math.round(THICKEST * stroke));
  const found = followThinLines(data, grid, { thickest, stroke });
  const pieces = found.filter(({ first, last }) => last - first >= PIECE * stroke).sort((a, b) => b.seen - a.seen);
  // Digits and fading interrupt a rule: its pieces lie on one straight line.
  const left = new Set(pieces);
  /** @type {(Rule & { runs: number[] })[]} */
  const rules = [];
  for (const piece of pieces) {
    if (!left.has(piece) || piece.seen < 2 * PIECE * stroke) continue;
    const own = onOneLine(piece, left, stroke);
    own.forEach((other) => left.delete(other));
    const line = fit(own);
    const whole = { first: Math.min(...own.map(({ first }) => first)), last: Math.max(...own.map(({ last }) => last)) };
    const thick = Math.min(thickest, Math.round(1 + THICKER * thicknessOf(own)));
    const runs = thinRunsAlong(data, grid, { line, thickest: thick, near: Math.max(1.5, BESIDE * stroke) });
    const long = whole.last + 1 - whole.first;
    const isLong = isRule({ ...whole, seen: long }, grid.length, stroke);
    if (isLong && goesOnAlone(data, grid, { middleAt: (x) => at(line, x), runs, ...whole, stroke, thick })) {
      rules.push({ ...line, thick, runs });
    }
  }
  if (rules.length < fewest) return [];
  rules.forEach(({ runs }) => erase(data, grid, runs));
  // Bent rules are followed by themselves.
  for (const piece of pieces) {
    if (!isRule(piece, grid.length, stroke)) continue;
    const rule = { ...piece, middleAt: middlesOf(piece), stroke, thick: 1 + thicknessOf([piece]) };
    if (!goesOnAlone(data, grid, rule)) continue;
    erase(data, grid, piece.runs);
    rules.push({ ...fit([piece]), thick: rule.thick, runs: [] });
  }
  return rules;
}

/** In each column a line is where it was in the last one before in which it was seen. @param {ThinLine} line */
function middlesOf({ runs, first, last }) {
  const middles = new Float32Array(last + 1 - first);
  for (let index = 0; index < runs.length; index += 3) {
    middles.fill((runs[index + 1] + runs[index + 2] - 1) / 2, runs[index] - first);
  }
  return (/** @type {number} */ x) => middles[x - first];
}

/** Most of a rule is this thick: thicker parts are a digit's. @param {ThinLine[]} pieces @returns {number} in pixels */
function thicknessOf(pieces) {
  /** @type {number[]} */
  const all = [];
  for (const { runs } of pieces)
    for (let index = 0; index < runs.length; index += 3) all.push(runs[index + 2] - runs[index + 1]);
  return median(all);
}

/**
 * Tells whether a line is longer than a digit's stroke or dash would be: it runs through the picture, or off one of its
 * sides, or is long for its pen.
 *
 * @param {{ first: number, last: number, seen: number }} line
 * @param {number} length of the picture
 * @param {number} stroke
 */
function isRule({ first, last, seen }, length, stroke) {
  const long = last + 1 - first;
  if (seen < long / 2) return false;
  const sides = Number(first <= 0.02 * length) + Number(last >= 0.98 * length - 1);
  if (sides === 2) return long >= 8 * stroke;
  return sides === 1 ? long >= Math.max(20 * stroke, 0.3 * length) : long >= Math.max(40 * stroke, 0.2 * length);
}

/**
 * @param {ThinLine} piece
 * @param {Set<ThinLine>} others it is one of them
 * @param {number} stroke
 * @returns {ThinLine[]}
 */
function onOneLine(piece, others, stroke) {
  let own = [piece];
  // The farther pieces are on it, the better the line is known.
  for (let round = 0; round < 3; round++) {
    const line = fit(own);
    const [from, to] = [Math.min(...own.map(({ first }) => first)), Math.max(...own.map(({ last }) => last))];
    own = [...others].filter((other) => {
      const far = Math.max(0, from - other.last, other.first - to);
      const most = Math.max(1.5, BESIDE * stroke) + Math.max(STRAYS, 0.5 / (to - from)) * far;
      const { first, last, start, end } = other;
      const isNear = Math.abs(start - at(line, first)) <= most && Math.abs(end - at(line, last)) <= most;
      return other === piece || (isNear && far <= 2 * (to - from));
    });
  }
  return own;
}

/** @param {Uint8Array} data @param {Grid} grid @param {number[]} runs */
function erase(data, { along, down }, runs) {
  for (let index = 0; index < runs.length; index += 3) {
    const column = runs[index] * along;
    for (let y = runs[index + 1]; y < runs[index + 2]; y++) data[column + y * down] = 0;
  }
}

/** A frame is so wide and high, as shares of the picture; within a band along its box is all of its ink but this share. */
const FRAME = { wide: 0.7, high: 0.6, band: 0.12, inside: 0.1 };

/**
 * Take frames around most of the picture out of a mask.
 *
 * @param {InkMask} mask altered
 */
function removeFrames(mask) {
  const labeled = findComponents(mask);
  for (const component of labeled.components) {
    if (isFrame(labeled, component)) eraseComponent(mask, labeled.labels, component);
  }
}

/**
 * Tells whether ink is a frame around most of the picture: nearly all of it lies along its own box.
 *
 * @param {Labeled} labeled
 * @param {Component} component
 */
function isFrame({ labels, width, height }, { label, area, box }) {
  if (box.width < FRAME.wide * width || box.height < FRAME.high * height) return false;
  const [left, top] = [FRAME.band * box.width, FRAME.band * box.height];
  let inside = 0;
  for (let y = Math.ceil(top); y < box.height - top; y++) {
    const start = (box.y + y) * width + box.x;
    for (let x = Math.ceil(left); x < box.width - left; x++) if (labels[start + x] === label) inside++;
  }
  return inside < FRAME.inside * area;
}
