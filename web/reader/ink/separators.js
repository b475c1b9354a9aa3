/**
 * A separator is told by its shape and its place among digits. The network has not learned separators: it
 * sees every thing scaled to fill its image, where a slash is a 1 and a comma is one too.
 *
 * @typedef {{ x: number, y: number, angle: number, length: number, thickness: number, pen?: number }} Shape the middle of
 *   a thing; the direction that it lies in, degrees in -90..90, 0 = level, 90 and -90 = upright, below 0 = like a slash
 *   (y is down); its extent along that direction, and across it; how wide the pen is, where the extents hold it
 * @typedef {{ top: number, bottom: number, before: number | null, after: number | null }} Place what is around a
 *   thing: top and bottom of the digits beside it, where the ink to its left ends, where that to its right begins;
 *   null where there is none
 */

/**
 * Extents in heights of the line's digits. A dot is small or round; a thin tick of that size is a comma. A pen put down
 * trembles; in a picture its width counts too.
 */
const DOT = { thin: { sure: 0.07, not: 0.13 }, round: { sure: 0.14, not: 0.24 } };
const COMMA = { not: 0.06, shortest: 0.12, longest: 0.42, tooLong: 0.52 };
const DASH = { not: 0.12, shortest: 0.25, longest: 0.85, tooLong: 1.1 };

/**
 * A slash leans by so many degrees and is so high, both where it could as well be a 1; steps make it clearer. A 1 that
 * leans has a flag or a bend: thickness over length.
 */
const SLASH = { lean: 24, leanStep: 4, height: 1, heightStep: 0.12, straight: 0.04, bent: 0.08 };

/** So many times as often a language's own decimal sign is meant. */
const USUAL = 20;

/** Below this a shape says nothing. */
const LEAST = 0.02;

/**
 * The shape of a thing by its principal axes.
 *
 * @param {ArrayLike<number>} points x, y, x, y, ... at least one point; evenly along the line, or the pixels of it
 * @returns {Shape}
 */
export function measureShape(points) {
  const count = points.length / 2;
  let [sumX, sumY] = [0, 0];
  for (let index = 0; index < points.length; index += 2) {
    sumX += points[index];
    sumY += points[index + 1];
  }
  const [x, y] = [sumX / count, sumY / count];
  let [xx, xy, yy] = [0, 0, 0];
  for (let index = 0; index < points.length; index += 2) {
    const [dx, dy] = [points[index] - x, points[index + 1] - y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const radians = Math.atan2(2 * xy, xx - yy) / 2;
  const along = extent(points, Math.cos(radians), Math.sin(radians));
  const across = extent(points, -Math.sin(radians), Math.cos(radians));
  return { x, y, angle: (radians * 180) / Math.PI, length: along, thickness: across };
}

/**
 * Tells how likely things are a separator by their shape, where they are among digits.
 *
 * @param {ReadonlyArray<Shape>} shapes the connected things, one or two, that would be one sign
 * @param {Place} place
 * @returns {Record<string, number> | undefined} of '.', ',', '-', '/', ':' the possible ones, at most 1 together;
 *   undefined where there is none
 */
export function signsOf(shapes, place) {
  const height = place.bottom - place.top;
  // Without digits around it no shape is a separator.
  if (!(height > 0) || (place.before === null && place.after === null)) return undefined;
  if (shapes.length === 2) return likely({ ':': colon(shapes[0], shapes[1], place) });
  if (shapes.length !== 1) return undefined;
  const [shape] = shapes;
  return likely({
    '.': dot(shape, height) * onBaseline(shape, place),
    ',': comma(shape, place),
    '-': dash(shape, place),
    '/': slash(shape, place),
  });
}

/**
 * Where the ink may be a point as well as a comma, the language decides: it writes one of them.
 *
 * @template {Record<string, number> | undefined} Signs
 * @param {Signs} signs as `signsOf` gives them
 * @param {'.' | ','} [decimal] what stands before decimals
 * @returns {Signs} the very same where nothing is to be decided
 */
export function preferDecimal(signs, decimal) {
  if (!decimal || !signs?.['.'] || !signs[',']) return signs;
  const both = signs['.'] + signs[','];
  const other = decimal === '.' ? ',' : '.';
  const share = (USUAL * signs[decimal]) / (USUAL * signs[decimal] + signs[other]);
  return { ...signs, [decimal]: share * both, [other]: (1 - share) * both };
}

/** @param {Shape} shape @param {number} height @returns {number} whether it is a dot, wherever it is */
function dot({ length, thickness, angle }, height) {
  const isRound = length > 0 ? Math.max(rising(thickness / length, 0.3, 0.6), falling(Math.abs(angle), 25, 40)) : 1;
  const sure = DOT.thin.sure + isRound * (DOT.round.sure - DOT.thin.sure);
  const not = DOT.thin.not + isRound * (DOT.round.not - DOT.thin.not);
  return falling(length / height, sure, not);
}

/** @param {Shape} shape @param {Place} place */
function onBaseline({ y }, { top, bottom, before }) {
  const above = (bottom - y) / (bottom - top);
  return before === null ? 0 : falling(above, 0.22, 0.34) * falling(-above, 0.2, 0.35);
}

/** @param {Shape} shape @param {Place} place */
function comma(shape, { top, bottom, before, after }) {
  const height = bottom - top;
  const { high, low } = vertical(shape);
  if (before === null || after === null) return 0;
  return (
    rising(shape.length / height, COMMA.not, COMMA.shortest) *
    falling(shape.length / height, COMMA.longest, COMMA.tooLong) *
    rising((low - bottom) / height, -0.08, 0) *
    falling((bottom - high) / height, 0.25, 0.4) *
    falling(shape.thickness / shape.length, 0.55, 0.85) *
    rising(Math.abs(shape.angle), 25, 40)
  );
}

/** @param {Shape} shape @param {Place} place */
function dash(shape, { top, bottom, before, after }) {
  const height = bottom - top;
  const reach = (shape.length * Math.cos((shape.angle * Math.PI) / 180)) / 2;
  const inside = Math.max(
    before === null ? 0 : before - (shape.x - reach),
    after === null ? 0 : shape.x + reach - after,
  );
  if (after === null) return 0;
  return (
    rising(shape.length / height, DASH.not, DASH.shortest) *
    falling(shape.length / height, DASH.longest, DASH.tooLong) *
    falling(shape.thickness / shape.length, 0.22, 0.4) *
    falling(Math.abs(shape.angle), 18, 32) *
    rising((bottom - shape.y) / height, 0.12, 0.22) *
    rising((shape.y - top) / height, 0.06, 0.18) *
    falling(inside / shape.length, 0.02, 0.2)
  );
}

/** @param {Shape} shape @param {Place} place */
function slash(shape, { top, bottom, before, after }) {
  if (before === null || after === null || shape.angle >= 0) return 0;
  const { high, low } = vertical(shape);
  const lean = 90 + shape.angle;
  const height = (low - high) / (bottom - top);
  const reach = (shape.length * Math.cos((shape.angle * Math.PI) / 180)) / 2;
  const inside = Math.max(before - (shape.x - reach), shape.x + reach - after) / (2 * reach);
  const sure = (lean - SLASH.lean) / SLASH.leanStep + (height - SLASH.height) / SLASH.heightStep;
  return (
    (falling((shape.thickness - (shape.pen ?? 0)) / shape.length, SLASH.straight, SLASH.bent) *
      falling(lean, 55, 65) *
      rising(height, 0.7, 0.85) *
      falling(inside, 0.5, 0.9)) /
    (1 + Math.exp(-sure))
  );
}

/** @param {Shape} one @param {Shape} other @param {Place} place */
function colon(one, other, { top, bottom, before, after }) {
  const height = bottom - top;
  if (before === null || after === null) return 0;
  const [upper, lower] = one.y < other.y ? [one, other] : [other, one];
  const apart = (lower.y - upper.y) / height;
  return (
    dot(upper, height) *
    dot(lower, height) *
    rising(apart, 0.12, 0.25) *
    falling(apart, 0.75, 0.95) *
    falling(Math.abs(lower.x - upper.x) / (lower.y - upper.y), 0.4, 0.7) *
    falling((lower.y - bottom) / height, 0.12, 0.25) *
    falling((top - upper.y) / height, 0.1, 0.25)
  );
}

/** @param {Shape} shape @returns {{ high: number, low: number }} how high and how low it reaches */
function vertical({ y, angle, length }) {
  const reach = (length * Math.abs(Math.sin((angle * Math.PI) / 180))) / 2;
  return { high: y - reach, low: y + reach };
}

/**
 * @param {Record<string, number>} signs
 * @returns {Record<string, number> | undefined}
 */
function likely(signs) {
  const some = Object.entries(signs).filter(([, probability]) => probability >= LEAST);
  if (!some.length) return undefined;
  const sum = some.reduce((total, [, probability]) => total + probability, 0);
  return Object.fromEntries(some.map(([text, probability]) => [text, (probability * 0.99) / Math.max(1, sum)]));
}

/**
 * @param {ArrayLike<number>} points
 * @param {number} directionX
 * @param {number} directionY
 */
function extent(points, directionX, directionY) {
  let [least, most] = [Infinity, -Infinity];
  for (let index = 0; index < points.length; index += 2) {
    const place = points[index] * directionX + points[index + 1] * directionY;
    least = Math.min(least, place);
    most = Math.max(most, place);
  }
  return most - least;
}

/** 1 up to one value, 0 from another, a straight line between. @param {number} value @param {number} one @param {number} none */
const falling = (value, one, none) => Math.min(1, Math.max(0, (none - value) / (none - one)));

/** @param {number} value @param {number} none @param {number} one */
const rising = (value, none, one) => Math.min(1, Math.max(0, (value - none) / (one - none)));
