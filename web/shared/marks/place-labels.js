/**
 * Where the labels of marks stand: beside their ink, below or above it, where there is none of any line; smaller where
 * that is what fits; nowhere where nothing does, since the answer says the same. Its code comes with the first mark.
 *
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { Ink } from '../strokes.js'
 * @import { Mark } from './marks.js'
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ box: Box, sizes: ReadonlyArray<Size & { scale: number }>, isBeside: boolean }} Wanted a label and what it is of,
 *   in pixels; sizes that it may have, the best first; isBeside: rather than below
 * @typedef {Point & { scale: number, of: number }} Placed its left upper corner, its scale, and which of its sizes it has
 * @typedef {{ x: number, y: number, scale: number }} Placement of the pad
 */

/** Pixels between a box and its label: the line around it is 5 away from a picture's ink, with the pen 4 from the pad's. */
const GAP = { picture: 7, pad: 8 };

/** Pixels around ink that stay free, too. */
const AIR = 1;

/** In sides of the pad. */
const HALF_PEN = 0.01;

/** So many points of a stroke are one box: all of a slash in one would keep free what lies beside it. */
const RUN = 6;

/** A label that fits nowhere is tried so much smaller. */
const SMALL = 0.8;

/** A mark that is not so many pixels wide has no room below it for a figure. */
const NARROW = 40;

/**
 * @param {ReadonlyArray<Wanted>} labels
 * @param {{ ink: ReadonlyArray<Box>, size: Size, gap: number }} layer boxes around all ink, in pixels; size of the layer
 * @returns {(Placed | null)[]} for each label; null where it would cover ink, or another label, wherever it stood
 */
export function placeLabels(labels, { ink, size, gap }) {
  /** @type {Box[]} */
  const taken = [...ink];
  return labels.map(({ box, sizes, isBeside }) => {
    // A smaller one at the better place comes before a larger one elsewhere.
    const free = sizes
      .flatMap((label, of) =>
        placesFor(box, label, gap, isBeside).map((place, rank) => ({ ...label, ...place, of, rank })),
      )
      .sort((one, other) => one.rank - other.rank || one.of - other.of)
      .find((place) => isWithin(place, size) && !taken.some((each) => overlaps(each, place)));
    if (!free) return null;
    taken.push(free);
    const { x, y, scale, of } = free;
    return { x, y, scale, of };
  });
}

/**
 * @param {Box} box
 * @param {Size} label
 * @param {number} gap
 * @param {boolean} isBeside
 * @returns {Point[]} the best first
 */
function placesFor(box, { width, height }, gap, isBeside) {
  const middle = box.y + (box.height - height) / 2;
  const right = { x: box.x + box.width + gap, y: middle };
  const left = { x: box.x - gap - width, y: middle };
  const across = [box.x + (box.width - width) / 2, box.x, box.x + box.width - width];
  const starts = isBeside ? [box.x, box.x + box.width - width] : across;
  const [below, above] = [box.y + box.height + gap, box.y - gap - height].map((y) => starts.map((x) => ({ x, y })));
  return isBeside ? [right, ...below, ...above, left] : [below[0], above[0], ...below, ...above, right, left];
}

/** @param {Box} label @param {Size} layer */
const isWithin = ({ x, y, width, height }, layer) =>
  x >= 0 && y >= 0 && x + width <= layer.width && y + height <= layer.height;

/** @param {Box} box @param {Box} label */
const overlaps = (box, { x, y, width, height }) =>
  x < box.x + box.width && box.x < x + width && y < box.y + box.height && box.y < y + height;

/**
 * @param {HTMLElement} layer whose elements are those of the marks, in their order
 * @returns {(marks: ReadonlyArray<Mark>, ink?: Ink | null, placement?: Placement) => void} places them anew, also whenever
 *   the layer has another size; ink and its placement are the pad's
 */
export function createPlacer(layer) {
  /** @type {[ReadonlyArray<Mark>, (Ink | null)?, Placement?]} */
  let last = [[]];
  function place() {
    const [marks, ink, placement] = last;
    const size = { width: layer.clientWidth, height: layer.clientHeight };
    // Marks that are gone since, as at Clear, have no place.
    if (size.width === 0 || marks.length === 0 || marks.length !== layer.children.length) return;
    const elements = marks.map((_, at) => /** @type {HTMLElement} */ (layer.children[at].querySelector('.mark-label')));
    elements.forEach((element, at) => {
      element.hidden = false;
      layer.children[at].removeAttribute('data-narrow');
    });
    const pen = placement ? HALF_PEN * placement.scale * Math.min(size.width, size.height) : 0;
    const boxes = placement && ink ? boxesOfInk(ink, placement, size) : boxesOfMarks(marks, size);
    const shown = marks.flatMap((mark, at) => {
      const wanted = wantedOf(mark, elements[at], size);
      return wanted ? [{ wanted, at }] : [];
    });
    const placed = placeLabels(
      shown.map(({ wanted }) => wanted),
      { ink: boxes.map((box) => widened(box, pen + AIR)), size, gap: pen + (placement ? GAP.pad : GAP.picture) },
    );
    shown.forEach(({ wanted, at }, which) => show(elements[at], layer.children[at], placed[which], wanted));
  }
  new ResizeObserver(place).observe(layer);
  return (...given) => {
    last = given;
    place();
  };
}

/**
 * @param {Mark} mark
 * @param {HTMLElement} element
 * @param {Size} layer
 * @returns {Wanted | null} null for a label that is not shown
 */
function wantedOf({ kind, box }, element, layer) {
  const { offsetWidth: width, offsetHeight: height } = element;
  if (width === 0) return null;
  const figure = /** @type {HTMLElement} */ (element.lastElementChild).offsetWidth;
  // Without its figure, and the gap before it.
  const less = figure > 0 ? width - figure - (parseFloat(getComputedStyle(element).columnGap) || 0) : width;
  const own = pixelsOf(box, layer);
  const sizes = [
    ...(figure > 0 && own.width >= NARROW ? [{ width, height, scale: 1 }] : []),
    { width: less, height, scale: 1 },
    { width: SMALL * less, height: SMALL * height, scale: SMALL },
  ];
  return { box: own, sizes, isBeside: kind === 'number' };
}

/** @param {HTMLElement} element @param {Element} mark @param {Placed | null} placed @param {Wanted} wanted */
function show(element, mark, placed, { box, sizes }) {
  element.hidden = placed === null;
  if (!placed) return;
  element.style.translate = `${placed.x - box.x}px ${placed.y - box.y}px`;
  element.style.scale = String(placed.scale);
  mark.toggleAttribute('data-narrow', placed.of > 0 || sizes.length < 3);
  mark.toggleAttribute('data-placed', true);
}

/** @param {Box} box in shares @param {Size} layer @returns {Box} in pixels */
const pixelsOf = ({ x, y, width, height }, layer) => ({
  x: x * layer.width,
  y: y * layer.height,
  width: width * layer.width,
  height: height * layer.height,
});

/**
 * @param {ReadonlyArray<Mark>} marks of a picture
 * @param {Size} size
 * @returns {Box[]} where its ink is: a number's is that of its digits, where these are known
 */
function boxesOfMarks(marks, size) {
  const digits = marks.filter(({ kind }) => kind === 'digit');
  const isKnown = (/** @type {Mark} */ number) => digits.some(({ pick }) => pick?.number === number.pick?.number);
  const inked = marks.filter((mark) => mark.kind !== 'number' || !isKnown(mark));
  return inked.map(({ box }) => pixelsOf(box, size));
}

/**
 * @param {Ink} ink
 * @param {Placement} placement
 * @param {Size} size
 * @returns {Box[]} where strokes run, in pixels of the pad
 */
function boxesOfInk(ink, { x, y, scale }, size) {
  const unit = scale * Math.min(size.width, size.height);
  return ink.flatMap((stroke) => {
    const runs = Array.from({ length: Math.ceil(stroke.length / RUN) }, (_, at) =>
      stroke.slice(at * RUN, (at + 1) * RUN + 1),
    );
    return runs.map((points) => {
      const [across, down] = [points.map((point) => (point.x - x) * unit), points.map((point) => (point.y - y) * unit)];
      const [left, top] = [Math.min(...across), Math.min(...down)];
      return { x: left, y: top, width: Math.max(...across) - left, height: Math.max(...down) - top };
    });
  });
}

/** @param {Box} box @param {number} by @returns {Box} */
const widened = ({ x, y, width, height }, by) => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
