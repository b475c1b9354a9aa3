import { turnedBox } from '../shared/frame/turned.js';
import { isSameInk } from '../shared/reading/shown-reading.js';
import { errorOf } from '../texts/problems.js';

/**
 * What was passed over in a picture is read when a person asks for it, and joins the reading where it stands.
 *
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { ImageOptions } from '../reader/reader.js'
 * @import { NumberReading, Reading } from '../reader/reading.js'
 * @import { Correction, Corrections } from '../shared/reading/correct.js'
 * @import { Picture, Read } from './pictures.js'
 */

/** Paper around it that is read too, as a share of its shorter side. */
const AROUND = 0.2;

/** Numbers are on one line where their middles are at most this share of the higher one's height apart. */
const BESIDE = 0.5;

/**
 * @param {Read} read
 * @param {Pick<Picture, 'file' | 'size' | 'reading'>} picture
 * @param {number} index of what was passed over
 * @param {ImageOptions} options
 * @returns {Promise<Correction>}
 * @throws {Error} with a code, where no digit is seen even so
 */
export async function readSkipped(read, { file, size, reading }, index, options) {
  const { box } = reading.skipped[index];
  const around = AROUND * Math.min(box.width, box.height);
  const [x, y] = [Math.max(0, box.x - around), Math.max(0, box.y - around)];
  const width = Math.min(size.width, box.x + box.width + around) - x;
  const height = Math.min(size.height, box.y + box.height + around) - y;
  const how = { area: { x, y, width, height }, turned: reading.turned ?? 0, isNumber: true };
  const { text, numbers } = await read(file, { ...options, ...how });
  if (!numbers.some(({ digits }) => digits.some(({ digit }) => digit !== null))) throw errorOf('opened.read.none');
  return { of: 'read', box, ink: 0, text, numbers };
}

/**
 * @param {Reading} reading
 * @param {Corrections} corrections
 * @returns {Reading} with the numbers that a person had read, each on its line; the same where there are none
 */
export function withRead(reading, corrections) {
  const asked = corrections.filter(({ of }) => of === 'read');
  if (asked.length === 0) return reading;
  const upright = uprightIn(reading);
  const lines = linesOf(reading.numbers);
  for (const line of asked.flatMap(({ numbers = [] }) => linesOf(numbers))) {
    const added = line.filter((number) => !reading.numbers.some((known) => isAtSamePlace(known.box, number.box)));
    if (added.length > 0) join(lines, added, upright);
  }
  const placed = lines.map((line, at) => line.map((number) => ({ number, shown: { ...number, line: at } }))).flat();
  const placeOf = (/** @type {NumberReading | null} */ number) => placed.findIndex((each) => each.number === number);
  const numbers = placed.map(({ shown }) => shown);
  return {
    ...reading,
    text: lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n'),
    numbers,
    tables: reading.tables?.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => {
        const at =
          cell.number === null
            ? numbers.findIndex(({ box }) => isIn(box, cell.box))
            : placeOf(reading.numbers[cell.number]);
        return { ...cell, number: at < 0 ? null : at };
      }),
    })),
    skipped: reading.skipped.filter(({ box }) => !asked.some((each) => isAtSamePlace(each.box, box))),
  };
}

/** @param {ReadonlyArray<NumberReading>} numbers @returns {NumberReading[][]} by line */
function linesOf(numbers) {
  const lines = [...new Set(numbers.map(({ line }) => line))];
  return lines.map((line) => numbers.filter((number) => number.line === line));
}

/**
 * @param {NumberReading[][]} lines altered: from the top, each from left to right
 * @param {NumberReading[]} added of one line
 * @param {(number: NumberReading) => Box} upright
 */
function join(lines, added, upright) {
  const middle = (/** @type {NumberReading} */ number) => upright(number).y + upright(number).height / 2;
  const own = added[0];
  const isBeside = (/** @type {NumberReading} */ other) =>
    Math.abs(middle(other) - middle(own)) <= BESIDE * Math.max(upright(other).height, upright(own).height);
  const line = lines.find((each) => each.some(isBeside));
  if (line) {
    line.push(...added);
    line.sort((one, other) => upright(one).x - upright(other).x);
    return;
  }
  const below = lines.findIndex((each) => middle(each[0]) > middle(own));
  lines.splice(below < 0 ? lines.length : below, 0, added);
}

/** @param {Reading} reading @returns {(number: NumberReading) => Box} where it lies as a person reads, from anywhere */
function uprightIn({ turned = 0 }) {
  return ({ box }) => turnedBox(box, { width: 0, height: 0 }, turned);
}

/** @param {Box} one @param {Box} other */
const isAtSamePlace = (one, other) => isSameInk({ box: one, ink: 0 }, { box: other, ink: 0 });

/** @param {Box} box @param {Box} cell */
function isIn(box, cell) {
  const [across, down] = [box.x + box.width / 2 - cell.x, box.y + box.height / 2 - cell.y];
  return across >= 0 && across < cell.width && down >= 0 && down < cell.height;
}
