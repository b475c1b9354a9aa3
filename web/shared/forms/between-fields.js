/**
 * What fields say of each other: one is the sum of others, or says the same as on the picture before.
 *
 * @import { Area } from '../frame/area.js'
 * @import { Field } from './form.js'
 * @import { Reason } from '../../texts/problems.js'
 * @typedef {{ units: bigint, places: number, point: string }} Amount `units`: of the last of so many `places` after the point
 */

/** Cells that make a sum are beside each other: as far apart as such a share of the sum's own width or height. */
const APART = { row: 0.75, column: 1.5 };

/** Cells of a row or a column differ in height or width by such a factor at most. */
const ALIKE = 1.6;

/**
 * @param {Field} field of a form
 * @param {number} at its place among the form's fields
 * @param {number} count of these
 * @returns {boolean} whether what it says of others can be
 */
export function isWithOthers({ sumOf, isAsBefore }, at, count) {
  const isPart = (/** @type {unknown} */ part) =>
    Number.isInteger(part) && Number(part) >= 0 && Number(part) < count && part !== at;
  const isSum = Array.isArray(sumOf) && sumOf.length > 0 && sumOf.every(isPart) && new Set(sumOf).size === sumOf.length;
  return (sumOf === undefined || isSum) && (isAsBefore === undefined || isAsBefore === true);
}

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {number} index of the one that goes
 * @returns {Field[]} the others, each the sum of what is left
 */
export function withoutField(fields, index) {
  return fields.toSpliced(index, 1).map((field) => {
    if (!field.sumOf) return field;
    const { sumOf, ...rest } = field;
    const left = sumOf.filter((part) => part !== index).map((part) => (part > index ? part - 1 : part));
    return left.length > 0 ? { ...rest, sumOf: left } : rest;
  });
}

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {number} index of the sum
 * @param {'row' | 'column'} line
 * @returns {number[]} the fields beside it, to its left in its row or above it in its column, in the form's order
 */
export function partsInLine(fields, index, line) {
  const [start, length, from, across] = /** @type {(keyof Area)[]} */ (
    line === 'row' ? ['x', 'width', 'y', 'height'] : ['y', 'height', 'x', 'width']
  );
  const { area } = fields[index];
  const before = fields
    .map((field, at) => ({ at, other: field.area }))
    .filter(({ other }) => other[start] + other[length] / 2 < area[start] && areInLine(area, other, from, across))
    .sort((one, next) => next.other[start] + next.other[length] - one.other[start] - one.other[length]);
  const parts = [];
  let reached = area[start];
  for (const { at, other } of before) {
    if (reached - other[start] - other[length] > APART[line] * area[length]) break;
    parts.push(at);
    reached = Math.min(reached, other[start]);
  }
  return parts.sort((one, next) => one - next);
}

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {number} index of the sum of its row or column
 * @param {'row' | 'column'} line
 * @returns {{ index: number, sumOf: number[] }[]} what is to be the sum of each other row or column of the same table
 */
export function sumsAlike(fields, index, line) {
  const { area } = fields[index];
  const count = partsInLine(fields, index, line).length;
  const [from, across] = /** @type {(keyof Area)[]} */ (line === 'row' ? ['x', 'width'] : ['y', 'height']);
  return fields.flatMap((field, at) => {
    if (at === index || !areInLine(area, field.area, from, across)) return [];
    const sumOf = partsInLine(fields, at, line);
    return sumOf.length === count && String(field.sumOf) !== String(sumOf) ? [{ index: at, sumOf }] : [];
  });
}

/** @param {Area} one @param {Area} other @param {keyof Area} from @param {keyof Area} across */
function areInLine(one, other, from, across) {
  const shared = Math.min(one[from] + one[across], other[from] + other[across]) - Math.max(one[from], other[from]);
  const [narrow, wide] = [one[across], other[across]].sort((a, b) => a - b);
  return shared > narrow / 2 && wide < ALIKE * narrow;
}

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {ReadonlyArray<string | null>} texts what counts as written in each, null where it is not read yet
 * @param {ReadonlyArray<string | null>} [before] what the picture before says in each, null for nothing
 * @returns {(Reason | null)[]} of each field what does not fit: of a sum that is none, of the sum and of each of its parts
 */
export function problemsBetween(fields, texts, before = []) {
  /** @type {(Reason | null)[]} */
  const problems = fields.map(({ isAsBefore }, index) => {
    const expected = isAsBefore ? (before[index] ?? '') : '';
    const isOther = texts[index] && expected && texts[index] !== expected;
    return isOther ? { code: 'form.problem.before', values: { before: expected } } : null;
  });
  fields.forEach((_, index) => {
    const problem = problemOfSum(fields, index, texts);
    if (problem) for (const each of [index, ...(fields[index].sumOf ?? [])]) problems[each] ??= problem;
  });
  return problems;
}

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {number} index
 * @param {ReadonlyArray<string | null>} texts
 * @returns {Reason | null} null also where it cannot be told, since something is not read or is no number
 */
function problemOfSum(fields, index, texts) {
  const { name, sumOf = [] } = fields[index];
  const said = amountOf(texts[index]);
  if (sumOf.length === 0 || !said) return null;
  // What is left blank adds nothing.
  const parts = sumOf.map((part) => (texts[part]?.trim() === '' ? ZERO : amountOf(texts[part])));
  if (parts.includes(null)) return null;
  const sum = /** @type {Amount[]} */ (parts).reduce(add, ZERO);
  if (add(sum, { ...said, units: -said.units }).units === 0n) return null;
  const values = { said: texts[index] ?? '', sum: writeAmount({ ...sum, point: said.point || sum.point }) };
  const named = name.trim();
  if (named) return { code: 'form.problem.sum', values: { name: named, ...values } };
  return { code: 'form.problem.sum.unnamed', values: { number: index + 1, ...values } };
}

/** @type {Amount} */
const ZERO = { units: 0n, places: 0, point: '' };

/** @param {string | null} text @returns {Amount | null} null for what is no number */
function amountOf(text) {
  const [, minus, whole, point = '', after = ''] =
    /^(-?)(\d+)(?:([.,])(\d+))?$/.exec((text ?? '').replace(/\s/g, '')) ?? [];
  if (whole === undefined) return null;
  const units = BigInt(whole + after);
  return { units: minus ? -units : units, places: after.length, point };
}

/** @param {Amount} one @param {Amount} other @returns {Amount} exactly, however many digits they have */
function add(one, other) {
  const places = Math.max(one.places, other.places);
  const [first, second] = [one, other].map(({ units, places: own }) => units * 10n ** BigInt(places - own));
  return { units: first + second, places, point: one.point || other.point };
}

/** @param {Amount} amount */
function writeAmount({ units, places, point }) {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${places > 0 ? point + digits.slice(at) : ''}`;
}
