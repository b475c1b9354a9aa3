import { around } from '../boxes.js';
import { groupBy, median } from '../math.js';

/**
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {import('./cells.js').Cell} Cell
 * @typedef {import('./cells.js').Cells} Cells
 * @typedef {import('./components.js').Component} Component
 * @typedef {import('./components.js').Labeled} Labeled
 */

/** Ink of which so much lies in another cell is of both, and parted. */
const OF_BOTH = 0.25;

/** Of what is written at least so much lies off the rules. */
const OFF_RULES = 0.35;

/** A piece of a rule is so narrow, as a share of its height, and so high, of the cells that it parts; within so many pixels of a side, or of the gap. */
const SLIM = 0.3;
const AS_HIGH = 0.7;
const ASIDE = 1;
const ASIDE_OF_GAP = 1.5;

/** Of what is written on squared paper, more than this lies across several squares; less may be enough where there are many. */
const ACROSS = { least: 2, share: 0.3, ofMany: 0.06 };

/** So many cells that are about as high as wide may be the squares of such paper. */
const MANY = 40;
const SQUARE = 0.75;

/** ... and are, where so many cells among them are of another size. */
const JOINED = 3;

/**
 * The cells but for those of squared paper: much of what is written there lies across several.
 *
 * @param {Labeled} labeled
 * @param {Component[]} writing
 * @param {Cells} cells
 * @returns {Cells}
 */
export function withoutSquares(labeled, writing, cells) {
  const cellAt = finder(cells);
  /** @type {Map<number, { all: number, across: number }>} by table */
  const counts = new Map();
  for (const component of writing) {
    const own = sharesOf(labeled, component, cellAt).flatMap(([cell, share]) =>
      cell && share >= OF_BOTH / 2 ? [cell] : [],
    );
    for (const table of new Set(own.map((cell) => cell.table))) {
      const count = counts.get(table) ?? { all: 0, across: 0 };
      counts.set(table, { all: count.all + 1, across: count.across + Number(own.length > 1) });
    }
  }
  const tables = groupBy(cells.cells, ({ table }) => table);
  const extents = new Map([...tables].map(([table, own]) => [table, around(own.map(({ box }) => box))]));
  const squares = new Set([...tables].filter(areSquares).map(([table]) => table));
  // A cell of another table within one: of squares that ink lies across, it is several.
  const isAmong = (/** @type {Cell} */ { table: own, box }, /** @type {number} */ table) => {
    const { x, y, width, height } = /** @type {Box} */ (extents.get(table));
    const [across, down] = [box.x + box.width / 2 - x, box.y + box.height / 2 - y];
    return own !== table && across > 0 && across < width && down > 0 && down < height;
  };
  const squared = [...tables.keys()].filter((table) => {
    const { all, across } = counts.get(table) ?? { all: 0, across: 0 };
    if (across >= ACROSS.least && across > (squares.has(table) ? ACROSS.ofMany : ACROSS.share) * all) return true;
    return squares.has(table) && cells.cells.filter((cell) => isAmong(cell, table)).length >= JOINED;
  });
  const isOfSquares = (/** @type {Cell} */ cell) =>
    squared.some((table) => cell.table === table || isAmong(cell, table));
  return { ...cells, cells: cells.cells.filter((cell) => !isOfSquares(cell)) };
}

/** @param {[number, Cell[]]} table */
function areSquares([, cells]) {
  const shape = median(cells.map(({ box }) => Math.min(box.width, box.height) / Math.max(box.width, box.height)));
  return cells.length >= MANY && shape >= SQUARE;
}

/**
 * Which ink is in which cell: all of what hangs together where most of it is, unless two cells share it.
 *
 * @param {Labeled} labeled altered: what is parted gets labels of its own
 * @param {Component[]} writing
 * @param {Cells} cells
 * @returns {Map<Cell | null, Component[]>} null: in none
 */
export function byCell(labeled, writing, cells) {
  const cellAt = finder(cells);
  /** @type {Map<Cell | null, Component[]>} */
  const owned = new Map();
  for (const component of writing) {
    if (liesOnRule(labeled, component, cellAt) || liesBetween(component.box, cells.cells)) continue;
    for (const [cell, part] of partsByCell(labeled, component, cellAt)) {
      const known = owned.get(cell);
      if (known) known.push(part);
      else owned.set(cell, [part]);
    }
  }
  for (const [cell, ink] of owned) if (cell) owned.set(cell, withoutSides(cell, ink));
  return owned;
}

/**
 * A cell's ink, but for a piece of its side: beside other ink, what is narrow and high there is no 1.
 *
 * @param {Cell} cell
 * @param {Component[]} ink
 */
function withoutSides({ box }, ink) {
  const isSide = (/** @type {Box} */ { x, width, height }) =>
    width <= SLIM * height &&
    height >= AS_HIGH * 2 * box.height &&
    (x <= 2 * (box.x + ASIDE) || x + width >= 2 * (box.x + box.width - ASIDE));
  const others = ink.filter((component) => !isSide(component.box));
  return others.length ? others : ink;
}

/**
 * Tells whether ink is a piece of the rule between two cells.
 *
 * @param {Labeled} labeled
 * @param {Component} component
 * @param {CellAt} cellAt
 */
const liesOnRule = (labeled, component, cellAt) =>
  sharesOf(labeled, component, cellAt).reduce((sum, [, share]) => sum + share, 0) < OFF_RULES;

/**
 * Tells whether ink is a piece of a rule that the labels do not see: as high as two cells, and in the gap between them.
 *
 * @param {Box} box of the picture's pixels
 * @param {Cell[]} cells row by row, each from left to right
 */
function liesBetween({ x, y, width, height }, cells) {
  if (width > SLIM * height) return false;
  return cells.some(({ table, row, box: left }, at) => {
    const next = cells[at + 1];
    if (next?.table !== table || next.row !== row) return false;
    const isHigh = height >= AS_HIGH * 2 * left.height && y < 2 * (left.y + left.height) && y + height > 2 * left.y;
    return isHigh && x >= 2 * (left.x + left.width - ASIDE_OF_GAP) && x + width <= 2 * (next.box.x + ASIDE_OF_GAP);
  });
}

/**
 * @param {Labeled} labeled altered
 * @param {Component} component
 * @param {CellAt} cellAt
 * @returns {Map<Cell | null, Component>}
 */
function partsByCell(labeled, component, cellAt) {
  const shares = sharesOf(labeled, component, cellAt);
  const [most] = shares[0] ?? [null];
  const inSeveral = shares.filter(([, share]) => share >= OF_BOTH).map(([cell]) => cell);
  if (inSeveral.length < 2) return new Map([[most, component]]);
  const parts = new Map(inSeveral.map((cell) => [cell, { label: labeled.next++, area: 0, box: component.box }]));
  /** @type {Map<Cell | null, Box[]>} */
  const places = new Map(inSeveral.map((cell) => [cell, []]));
  let last = most;
  eachPixel(labeled, component, (x, y, at) => {
    const cell = cellAt(x, y);
    if (cell !== undefined && parts.has(cell)) last = cell;
    const part = /** @type {Component} */ (parts.get(last));
    part.area++;
    labeled.labels[at] = part.label;
    places.get(last)?.push({ x, y, width: 1, height: 1 });
  });
  for (const [cell, part] of parts) part.box = around(places.get(cell) ?? []);
  return parts;
}

/** @typedef {(x: number, y: number) => Cell | null | undefined} CellAt null around the cells, undefined on a rule */

/** @param {Cells} cells @returns {CellAt} by a pixel of the picture */
function finder({ regions, width, cells }) {
  const ofRegion = new Map(cells.map((cell) => [cell.region, cell]));
  return (x, y) => {
    const region = regions[(y >> 1) * width + (x >> 1)];
    return region === 0 ? undefined : (ofRegion.get(region) ?? null);
  };
}

/**
 * @param {Labeled} labeled
 * @param {Component} component
 * @param {CellAt} cellAt
 * @returns {[Cell | null, number][]} how much of its ink lies in each, the most first
 */
function sharesOf(labeled, component, cellAt) {
  /** @type {Map<Cell | null, number>} */
  const pixels = new Map();
  eachPixel(labeled, component, (x, y) => {
    const cell = cellAt(x, y);
    if (cell !== undefined) pixels.set(cell, (pixels.get(cell) ?? 0) + 1);
  });
  const shares = [...pixels].map(
    ([cell, count]) => /** @type {[Cell | null, number]} */ ([cell, count / component.area]),
  );
  return shares.sort((a, b) => b[1] - a[1]);
}

/**
 * @param {Labeled} labeled
 * @param {Component} component
 * @param {(x: number, y: number, at: number) => void} take
 */
function eachPixel({ labels, width }, { label, box }, take) {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      if (labels[y * width + x] === label) take(x, y, y * width + x);
    }
  }
}
