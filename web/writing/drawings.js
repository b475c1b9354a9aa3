/**
 * A small picture of a measure, as large as the measure is: plain data, to be made an SVG by who shows it.
 *
 * @typedef {{ d: string, role: 'ink' | 'guide', width: number }} DrawnPath an SVG path without a filling; guides are
 *   what ink is compared with; width of the line
 * @typedef {{ viewBox: string, paths: DrawnPath[] }} Drawing
 */

const WIDE = 64;
const HIGH = 48;
const BOTTOM = 42;
const TOP = 6;
const LINE = 4;
const THIN = 1.5;

/** A line that leaned more than this would leave the picture. */
const MOST_DEGREES = 35;

/**
 * Draws a measure as large as it is.
 *
 * @param {string} measure as in a Message
 * @param {number} value of it, as in a DigitWriting or NumberWriting
 * @returns {Drawing | null} null for a measure that has no picture
 */
export function drawingOf(measure, value) {
  const draw = Object.hasOwn(DRAW, measure) ? DRAW[measure] : null;
  return draw !== null && Number.isFinite(value) ? { viewBox: `0 0 ${WIDE} ${HIGH}`, paths: draw(value) } : null;
}

/** @type {Record<string, (value: number) => DrawnPath[]>} */
const DRAW = {
  slant: (degrees) => [guide(line(32, BOTTOM, 32, TOP)), ink(leaning(32, degrees))],
  slantSpread: (degrees) => [
    guide(line(6, BOTTOM, 58, BOTTOM)),
    ...[-1, 0.6, -0.2, 1].map((part, index) => ink(leaning(14 + 12 * index, part * degrees))),
  ],
  width: (share) => [guide(box(14, TOP, 36, 36)), ink(line(32, BOTTOM, 32, TOP), limit(share, 0.02, 0.5) * 36)],
  aspect: (aspect) => {
    const half = (limit(aspect, 0.08, 1.6) * 36) / 2;
    return [guide(box(14, TOP, 36, 36)), ink(box(32 - half, TOP, 2 * half, 36), THIN * 2)];
  },
  roundness: (roundness) => {
    // The picture goes from a diamond, whose outline is least round, to a circle.
    const bend = limit((roundness - 0.75) / 0.25, 0, 1);
    return [guide(box(14, TOP, 36, 36)), ink(between(bend), THIN * 2)];
  },
  size: (share) => {
    const high = limit(share, 0.03, 1) * 36;
    return [guide(box(6, TOP, 52, 36)), ink(line(32, 24 + high / 2, 32, 24 - high / 2))];
  },
  sizeSpread: (share) => [
    guide(line(6, 24 - 12, 58, 24 - 12)),
    guide(line(6, BOTTOM, 58, BOTTOM)),
    ...[-1, 0.8, -0.3, 1].map((part, index) =>
      ink(line(14 + 12 * index, BOTTOM, 14 + 12 * index, BOTTOM - limit(30 * (1 + part * share), 4, 38))),
    ),
  ],
  spacing: (share) => {
    // The two digits are 18 high and 6 wide.
    const apart = limit(18 * share, -5, 38) / 2 + 3;
    return [guide(line(6, BOTTOM, 58, BOTTOM)), ...[-1, 1].map((side) => ink(box(29 + side * apart, 24, 6, 18), THIN))];
  },
  spacingSpread: (share) => {
    const places = [-1, 1, -0.5].reduce(
      (all, part) => [...all, all[all.length - 1] + 14 + limit(20 * part * share, -9, 9)],
      [12],
    );
    return [guide(line(6, BOTTOM, 58, BOTTOM)), ...places.map((x) => ink(line(x, BOTTOM, x, 18)))];
  },
  baseline: (degrees) => {
    const rise = 22 * Math.tan((limit(degrees, -MOST_DEGREES, MOST_DEGREES) * Math.PI) / 180);
    return [guide(line(6, 24, 58, 24)), ink(line(10, 24 + rise, 54, 24 - rise))];
  },
  baselineSpread: (share) => [
    guide(line(6, 36, 58, 36)),
    ...[-1, 0.8, -0.3, 1].map((part, index) => {
      const foot = 36 - limit(20 * part * share, -10, 10);
      return ink(line(14 + 12 * index, foot, 14 + 12 * index, foot - 20));
    }),
  ],
  strokes: (count) => {
    const shown = limit(Math.round(count), 1, 12);
    const step = Math.min(12, 48 / shown);
    return Array.from({ length: shown }, (_, index) => {
      const x = 32 + (index - (shown - 1) / 2) * step;
      return ink(line(x - 2, BOTTOM - 4, x + 2, TOP + 4), Math.min(LINE, step / 2));
    });
  },
  speed: (speed) => {
    const end = 12 + limit(speed, 0.5, 10) * 4.4;
    return [
      guide(line(8, 24, 58, 24)),
      ink(`${line(8, 24, end, 24)} M${at(end - 7, 17)} L${at(end, 24)} L${at(end - 7, 31)}`),
    ];
  },
};

/** @param {number} value @param {number} low @param {number} high */
const limit = (value, low, high) => Math.min(high, Math.max(low, value));

/** @param {number} x @param {number} y */
const at = (x, y) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;

/** @param {string} d @param {number} [width] @returns {DrawnPath} */
const ink = (d, width = LINE) => ({ d, role: 'ink', width });

/** @param {string} d @returns {DrawnPath} */
const guide = (d) => ({ d, role: 'guide', width: THIN });

const line = (/** @type {number[]} */ ...[x1, y1, x2, y2]) => `M${at(x1, y1)} L${at(x2, y2)}`;

const box = (/** @type {number[]} */ ...[x, y, width, height]) => `M${at(x, y)} h${width} v${height} h${-width} Z`;

/** Draws a line on the ground that leans. @param {number} x of its middle @param {number} degrees */
function leaning(x, degrees) {
  const reach = 18 * Math.tan((limit(degrees, -MOST_DEGREES, MOST_DEGREES) * Math.PI) / 180);
  return line(x - reach, BOTTOM, x + reach, TOP);
}

/** Draws what lies between a diamond, at 0, and a circle, at 1. @param {number} bend */
function between(bend) {
  const tops = [[32, TOP], [50, 24], [32, BOTTOM], [14, 24]]; // prettier-ignore
  // The handle of a cubic that follows a quarter of a circle of radius 18; a third of the way is straight.
  const circle = 0.5523;
  const path = tops.map((from, index) => {
    const to = tops[(index + 1) % 4];
    const corner = index % 2 ? [from[0], to[1]] : [to[0], from[1]];
    const handle = (/** @type {number[]} */ start, /** @type {number[]} */ end, /** @type {number} */ axis) =>
      start[axis] + bend * circle * (corner[axis] - start[axis]) + ((1 - bend) / 3) * (end[axis] - start[axis]);
    return `C${at(handle(from, to, 0), handle(from, to, 1))} ${at(handle(to, from, 0), handle(to, from, 1))} ${at(to[0], to[1])}`;
  });
  return `M${at(32, TOP)} ${path.join(' ')} Z`;
}
