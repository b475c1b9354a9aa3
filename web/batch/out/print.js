import { build } from '../../shared/dom/elements.js';
import { text } from '../../texts/texts.js';
import { groupBy } from '../../reader/math.js';
import { describeRow } from '../rows/describe.js';
import { partsOf } from '../rows/parts.js';
import { chosenRows } from '../rows/selection.js';
import { shownRows } from '../rows/state.js';
import './print.css';

/**
 * @import { Box, Row } from '../rows/rows.js'
 * @import { State } from '../rows/state.js'
 * @import { Shrinker } from '../../shared/pictures/shrinker.js'
 * @typedef {{ picture: string, box: Box, turned: number }} Crop
 * @typedef {{ name: string, place: string, text: string, look: string, crop: Crop | null }} Line of the print: one a number
 * @typedef {{ pictureOf: (id: string) => Promise<Blob>, shrinker: Pick<Shrinker, 'shrink'> }} Pictures
 */

/** Pixels of a crop, which is enough for the 6 cm that it takes at most. */
const LONGEST_SIDE = 640;

/**
 * Prints the rows in sight, or those of them that are chosen, with their ink beside them.
 *
 * @param {State} state
 * @param {Pictures} pictures
 */
export async function printBatch(state, pictures) {
  const chosen = chosenRows(state);
  const lines = (chosen.length > 0 ? chosen : shownRows(state)).flatMap((row) => linesOf(row, state));
  const inks = await cropsOf(lines, pictures);
  const heads = ['batch.head.picture', 'batch.print.place', 'batch.print.ink', 'batch.reading', 'batch.head.look'];
  const head = build('tr', {}, ...heads.map((key) => build('th', { scope: 'col' }, text(key))));
  const records = lines.map((line) => {
    const ink = inks.get(line) ?? '';
    const cells = [line.name, line.place, ink, build('span', { dir: 'ltr' }, line.text), line.look];
    return build('tr', {}, ...cells.map((cell) => build('td', {}, cell)));
  });
  const caption = build('caption', {}, state.form?.name || text('batch.title'));
  const table = build('table', {}, caption, build('thead', {}, head), build('tbody', {}, ...records));
  const sheet = build('section', { className: 'batch-print' }, table);
  document.body.append(sheet);
  document.documentElement.dataset.print = 'batch';
  window.addEventListener('afterprint', () => close(sheet), { once: true });
  window.print();
}

/** @param {HTMLElement} sheet */
function close(sheet) {
  delete document.documentElement.dataset.print;
  for (const { src } of sheet.querySelectorAll('img')) URL.revokeObjectURL(src);
  sheet.remove();
}

/** @param {Row} row @param {State} state @returns {Line[]} of a form one a field, otherwise one a number or, where these have the rows, a line */
function linesOf(row, { form, columns, rules }) {
  const titles = columns.map(({ title }) => title);
  if (!form) {
    return partsOf(row, 'cell', rules).map((part) => {
      const { name, place, cells, crop, look } = describeRow(part, rules, titles, null);
      return { name, place, text: cells[0].text, look, crop };
    });
  }
  const { name, cells } = describeRow(row, rules, titles, null);
  const turned = row.marked?.turned ?? 0;
  return cells.map((cell, column) => {
    const box = row.cells[column]?.box ?? row.cells[column]?.area;
    const crop = box ? { picture: row.id, box, turned } : null;
    return { name, place: titles[column], text: cell.text, look: cell.words, crop };
  });
}

/**
 * @param {Line[]} lines
 * @param {Pictures} pictures
 * @returns {Promise<Map<Line, HTMLImageElement>>} decoded, so that none is missing on the paper
 */
async function cropsOf(lines, { pictureOf, shrinker }) {
  const inks = new Map();
  const withInk = lines.flatMap((line) => (line.crop ? { line, crop: line.crop } : []));
  for (const [picture, own] of groupBy(withInk, ({ crop }) => crop.picture)) {
    const boxes = own.map(({ crop }) => crop.box);
    const crops = { turned: own[0].crop.turned, boxes };
    const shrunk = await shrinker.shrink(() => pictureOf(picture), LONGEST_SIDE, crops);
    const images = (shrunk?.crops ?? []).map((blob) => build('img', { alt: '', src: URL.createObjectURL(blob) }));
    await Promise.all(images.map((image) => image.decode()));
    images.forEach((image, place) => inks.set(own[place].line, image));
  }
  return inks;
}
