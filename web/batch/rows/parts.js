import { around } from '../../reader/boxes.js';
import { groupBy } from '../../reader/math.js';
import { isSureNumber, leastOf } from '../../shared/reading/sureness.js';
import { changeRow, changeSaid, correct, removeRows, textAt } from './rows.js';

/**
 * A picture's lines or numbers as rows of their own. Such a row is made of its picture's, and what is said of it is said of
 * the picture's numbers: nothing is kept twice.
 *
 * @import { Rules } from './needs-look.js'
 * @import { Batch, Box, Cell, Mark, Row } from './rows.js'
 * @typedef {'picture' | 'line' | 'cell'} By what has a row of its own
 * @typedef {{ of: string, by: By, line: number, places: ReadonlyArray<number>, mark: Mark | null }} Part of: id of the picture's row;
 *   line: from 1; places: which of its numbers; mark: the first of them, null where nobody can tell which one it is
 * @typedef {{ text: string, line: number, place: number, mark: Mark | null, isSaid: boolean }} Said a number as it stands there;
 *   isSaid: by a person, of this one alone
 */

/** @type {ReadonlyArray<By>} */
export const EACH = ['picture', 'line', 'cell'];

/** @type {WeakMap<Row, { by: By, unsureBelow: number, parts: Row[] }>} the table compares the very objects */
const known = new WeakMap();

/**
 * @param {Row} row of a picture; of a form, which has one row a picture, it stays as it is, and so does a part
 * @param {By} by
 * @param {Pick<Rules, 'unsureBelow'>} rules
 * @returns {Row[]} from top to bottom; the picture's own where no number is in it
 */
export function partsOf(row, by, { unsureBelow }) {
  if (by === 'picture' || row.part || row.cells.length !== 1) return [row];
  const before = known.get(row);
  if (before?.by === by && before.unsureBelow === unsureBelow) return before.parts;
  const numbers = numbersOf(row).filter(({ place, mark }) => !mark || !row.gone?.includes(place));
  const groups = by === 'cell' ? numbers.map((number) => [number]) : [...groupBy(numbers, ({ line }) => line).values()];
  const parts = groups.length === 0 ? [row] : groups.map((group) => partOf(row, by, group, unsureBelow));
  known.set(row, { by, unsureBelow, parts });
  return parts;
}

/** @param {string} id of a row @returns {string} of its picture's */
export const pictureIdOf = (id) => id.split('/')[0];

/**
 * @param {Row} row of a picture without a form
 * @returns {Said[]} what stands there, corrections included
 */
export function numbersOf(row) {
  const marks = row.cells[0]?.marks ?? [];
  if (isApart(row)) {
    return wordsOf(row.cells[0]?.text ?? '').map((word, place) => {
      const said = row.said?.[place] ?? null;
      return { ...word, text: said ?? word.text, mark: marks[place], isSaid: said !== null };
    });
  }
  const typed = row.corrections[0] ?? null;
  const words = wordsOf(textAt(row, 0));
  const isSame = words.length === marks.length;
  return words.map((word) => {
    const mark = isSame ? marks[word.place] : null;
    return { ...word, mark, isSaid: typed !== null && mark?.text !== word.text };
  });
}

/** @param {Row} row @returns {boolean} whether what stands there is what was read, and what was said of single numbers */
function isApart(row) {
  const { text = '', marks = [] } = row.cells[0] ?? {};
  const typed = row.corrections[0] ?? null;
  return wordsOf(text).length === marks.length && (typed === null || typed === textAt(untyped(row), 0));
}

/** @param {string} text */
function wordsOf(text) {
  const lines = text.split('\n');
  return lines
    .flatMap((words, index) => (words.match(/\S+/g) ?? []).map((word) => ({ text: word, line: index + 1 })))
    .map((word, place) => ({ ...word, place }));
}

/** @param {Row} row @returns {Row} as if nobody had typed all of it */
const untyped = (row) => ({ ...row, corrections: [null] });

/**
 * @param {Row} row
 * @param {By} by
 * @param {Said[]} group
 * @param {number} unsureBelow
 * @returns {Row}
 */
function partOf(row, by, group, unsureBelow) {
  const [first] = group;
  const marks = group.flatMap(({ mark }) => mark ?? []);
  const text = group.flatMap((number) => number.text || []).join(' ');
  const isTyped = (row.corrections[0] ?? null) !== null;
  const isSaid = group.some((number) => number.isSaid);
  const isDoubtful = marks.length === 0 || marks.some((mark) => !isSureNumber(mark, unsureBelow));
  const isSettled = isTyped ? isSaid || isDoubtful : isSaid && openAmong(group, unsureBelow).length === 0;
  return {
    ...row,
    id: `${row.id}/${by}${by === 'line' ? first.line : first.place}`,
    cells: [cellOf(row, group)],
    corrections: [isSettled ? text : null],
    said: group.map((number) => (number.isSaid ? number.text : null)),
    part: { of: row.id, by, line: first.line, places: group.map(({ place }) => place), mark: first.mark },
  };
}

/** @param {Row} row @param {Said[]} group @returns {Cell} as it was read, as sure as the least sure of its numbers that nobody said */
function cellOf(row, group) {
  const whole = /** @type {Cell} */ (row.cells[0]);
  const marks = group.flatMap(({ mark }) => mark ?? []);
  const text = group.map((number) => number.mark?.text ?? number.text).join(' ');
  if (marks.length === 0) return { ...whole, text, box: null, marks: [], skipped: [] };
  const open = group.flatMap(({ mark, isSaid }) => (mark && !isSaid ? mark : []));
  const judged = open.length > 0 ? open : marks;
  const confidence = Math.min(...judged.map((mark) => mark.confidence));
  const least = Math.min(...judged.map(leastOf));
  return {
    text,
    confidence,
    ...(least < confidence && { least }),
    problem: null,
    box: boxAround(marks),
    ...(whole.turned && { turned: whole.turned }),
    marks,
  };
}

/** @param {ReadonlyArray<Mark>} marks @returns {Box | null} */
function boxAround(marks) {
  const boxes = marks.flatMap(({ box }) => box ?? []);
  return boxes.length > 0 ? around(boxes) : null;
}
/**
 * @param {Row} row of a picture without a form
 * @param {number} unsureBelow
 * @returns {{ place: number, mark: Mark }[]} the numbers to look at, of which nobody has said anything yet; none where its
 *   text is not made of them alone
 */
export function openNumbers(row, unsureBelow) {
  return (row.corrections[0] ?? null) === null ? openAmong(numbersOf(row), unsureBelow) : [];
}

/** @param {Said[]} numbers @param {number} unsureBelow */
const openAmong = (numbers, unsureBelow) =>
  numbers.flatMap(({ place, mark, isSaid }) =>
    mark && !isSaid && !isSureNumber(mark, unsureBelow) ? { place, mark } : [],
  );

/**
 * @param {Batch} batch
 * @param {string} id of a picture's row
 * @param {ReadonlyArray<[place: number, text: string]>} told of its numbers, by their place among those of its only cell
 * @param {number} unsureBelow with the last of its doubts the picture is in none
 * @returns {Batch} one step longer, or the same without such a row
 */
export function sayNumbers(batch, id, told, unsureBelow) {
  const row = batch.rows.find((each) => each.id === id);
  const count = row?.cells[0]?.marks?.length ?? 0;
  if (!row || told.some(([place]) => place >= count)) return batch;
  const news = new Map(told);
  const said = Array.from({ length: count }, (_, place) => news.get(place) ?? row.said?.[place] ?? null);
  const next = { ...untyped(row), said };
  const isOpen = (row.corrections[0] ?? null) === null && openNumbers(next, unsureBelow).length > 0;
  return changeSaid(batch, row, 0, { said, corrections: isOpen ? row.corrections : [textAt(next, 0)] });
}

/**
 * @param {Batch} batch
 * @param {Row} part
 * @param {string} text what a person says is there
 * @param {number} unsureBelow
 * @returns {Batch} one step longer, or the same without its picture
 */
export function correctPart(batch, { part, ...shown }, text, unsureBelow) {
  const row = batch.rows.find(({ id }) => id === part?.of);
  if (!row || !part || (shown.corrections[0] === text && textAt(shown, 0) === text)) return batch;
  const words = text.split(/\s+/).filter(Boolean);
  const isSame = words.length === part.places.length;
  // Of another count of numbers nobody can tell which one is which: the first stands for them all.
  const told = part.places.map((place, index) => {
    const own = isSame ? words[index] : index === 0 ? words.join(' ') : '';
    return /** @type {[number, string]} */ ([place, own]);
  });
  if (isApart(row)) return sayNumbers(batch, row.id, told, unsureBelow);
  const news = new Map(told);
  const lines = [...groupBy(numbersOf(row), ({ line }) => line).values()];
  const whole = lines.map((line) => line.flatMap(({ place, text: own }) => (news.get(place) ?? own) || []).join(' '));
  return correct(batch, row.id, 0, whole.join('\n'));
}

/**
 * @param {Batch} batch
 * @param {Row} row a part of a picture's
 * @param {number} unsureBelow
 * @returns {Batch} one step longer: what the part shows counts as nothing, and has no row any more
 */
function removePart(batch, row, unsureBelow) {
  const { of = '', places = [] } = row.part ?? {};
  const picture = batch.rows.find(({ id }) => id === of);
  if (!picture) return batch;
  // What a person typed for all of the picture goes on without it.
  if (!isApart(picture)) return correctPart(batch, row, '', unsureBelow);
  const said = sayNumbers(
    batch,
    of,
    places.map((place) => [place, '']),
    unsureBelow,
  );
  return changeRow(said, of, { gone: [...(picture.gone ?? []), ...places] });
}

/**
 * @param {Batch} batch
 * @param {ReadonlyArray<Row>} rows pictures, and parts of pictures
 * @param {number} unsureBelow
 * @returns {Batch} without them all, which is taken back in one step
 */
export function removeAll(batch, rows, unsureBelow) {
  const pictures = rows.flatMap(({ id, part }) => (part ? [] : id));
  // From the last to the first: where a person typed all of a picture, what is removed moves what follows it.
  const parts = rows.filter(({ part }) => part).reverse();
  const next = parts.reduce((all, row) => removePart(all, row, unsureBelow), removeRows(batch, pictures));
  const before = new Set(batch.past);
  const [first, ...more] = next.past.filter((step) => !before.has(step));
  const together = first ? [first, ...more.map((step) => ({ ...step, isMore: /** @type {const} */ (true) }))] : [];
  return { ...next, past: [...next.past.filter((step) => before.has(step)), ...together] };
}
