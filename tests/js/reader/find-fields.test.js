import { describe, expect, test } from 'vitest';
import { findFields } from '../../../web/reader/find-fields.js';

/** Pixels of the labels for each letter of a drawing, and of the picture for each of the labels. */
const TIMES = 6;
const PICTURE = 2;

/** The gray at a picture's upper border: of the picture upside down it is at the lower one. */
const FIRST = 254;

/**
 * What is found in a drawing: `|` and `-` are rules, `p` is print, a space is paper.
 *
 * @param {string[]} rows
 */
function foundIn(rows) {
  const [width, height] = [rows[0].length * TIMES, rows.length * TIMES];
  const colors = new Uint8ClampedArray(4 * PICTURE * width * PICTURE * height).fill(255);
  colors.fill(FIRST, 0, 4 * PICTURE * width * TIMES);
  const fields = findFields({ colors, width: PICTURE * width, height: PICTURE * height, scale: 1 }, (picture) =>
    labelsOf(rows, picture),
  );
  const letter = PICTURE * TIMES;
  return fields.map(({ box, cells }) => ({
    cells,
    box: [box.x, box.y, box.width, box.height].map((side) => Math.round(side / letter)),
  }));
}

/** @param {string[]} rows @param {{ width: number, height: number, colors: Uint8ClampedArray }} picture as it is, or upside down */
function labelsOf(rows, picture) {
  const [width, height] = [picture.width, picture.height].map((side) => Math.ceil(side / PICTURE));
  const letterAt = (/** @type {number} */ x, /** @type {number} */ y) =>
    rows[Math.floor((y * rows.length) / height)][Math.floor((x * rows[0].length) / width)];
  const plane = (/** @type {string} */ letters) =>
    Float32Array.from({ length: width * height }, (_, at) =>
      letters.includes(letterAt(at % width, Math.floor(at / width))) ? 0.95 : 0.01,
    );
  if (picture.colors[0] > FIRST) rows = rows.map((row) => [...row].reverse().join('')).reverse();
  return { pen: plane('#'), print: plane('p'), rule: plane('|-'), other: plane('o'), width, height };
}

describe('the fields of a printed form', () => {
  test('are a box, and a row of cells with how many they are', () => {
    const found = foundIn([
      '                          ',
      '  -------------           ',
      '  |  |  |  |  |           ',
      '  |  |  |  |  |           ',
      '  -------------           ',
      '                          ',
      '                          ',
      '  -----------------       ',
      '  |               |       ',
      '  |               |       ',
      '  |               |       ',
      '  -----------------       ',
      '                          ',
    ]);
    expect(found).toEqual([
      { cells: 4, box: [3, 2, 12, 2] },
      { cells: undefined, box: [3, 8, 15, 3] },
    ]);
  });

  test('are the cells of a table in which nothing is printed', () => {
    const found = foundIn([
      '                           ',
      '  ----------------------   ',
      '  |      |      |      |   ',
      '  | pppp | pppp | pppp |   ',
      '  |      |      |      |   ',
      '  ----------------------   ',
      '  |      |      |      |   ',
      '  | pp   |      |      |   ',
      '  |      |      |      |   ',
      '  ----------------------   ',
      '                           ',
    ]);
    expect(found.map(({ box }) => box)).toEqual([
      [10, 6, 6, 3],
      [17, 6, 6, 3],
    ]);
  });

  test('may have a caption in a corner', () => {
    const found = foundIn([
      '                           ',
      '  ----------------------   ',
      '  |ppppp               |   ',
      '  |                    |   ',
      '  |                    |   ',
      '  |                    |   ',
      '  ----------------------   ',
      '                           ',
    ]);
    expect(found).toHaveLength(1);
  });

  test('are lines after print, too, but neither what underlines print nor what parts a page', () => {
    const found = foundIn([
      '                                ',
      '   ppppppppppp                  ',
      '  -------------                 ',
      '                                ',
      '                                ',
      'pp pp                           ',
      '      -------------             ',
      '                                ',
      '                                ',
      '  ----------------------------  ',
      '                                ',
    ]);
    expect(found).toEqual([{ cells: undefined, box: [6, 4, 13, 3] }]);
  });
});
