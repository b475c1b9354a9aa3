import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { fromFile, toFile } from '../../../web/form/form-file.js';
import { fromHandFile, toHandFile } from '../../../web/hand/file.js';
import { isForm } from '../../../web/shared/forms/form.js';
import { KINDS, masksOf, problemOf } from '../../../web/shared/forms/pattern.js';
import { wordsOf } from '../../../web/texts/problems.js';
import { damaged, damagedBytes, fuzz, resultOrProblem } from '../../support/fuzz.js';
import { at, SHAPES } from '../../support/hand.js';

/** @import { Form } from '../../../web/shared/forms/form.js' */

const area = { x: 0.2, y: 0.2, width: 0.4, height: 0.1 };
/** @type {Form} One field of each kind. */
const FORM = {
  name: 'Order',
  fields: [
    ...Object.values(KINDS).map(({ initial }) => ({ name: initial.kind, area, pattern: initial })),
    { name: 'Cells', area, pattern: KINDS.digits.initial, cells: 6, isAsBefore: true },
    { name: 'Total', area, pattern: KINDS.decimal.initial, sumOf: [0, 1] },
  ],
  aspect: 0.7,
  landmarks: { version: 1, area, width: 8, height: 2, marks: 'AAAA' },
};
const FORM_FILE = { format: 'inkdigit-form', version: 2, form: FORM };

/** @param {string | Uint8Array<ArrayBuffer>} content */
async function openForm(content) {
  const form = await resultOrProblem(() => fromFile(new Blob([content])));
  if (!form) return;
  expect(isForm(form)).toBe(true);
  expect(await fromFile(new Blob([toFile(form).text]))).toEqual(form);
  for (const { pattern } of form.fields) {
    masksOf(pattern);
    for (const text of ['', '7', '12.50', '31.2.2026', '23:59', '?7', '-1']) wordsOf(problemOf(pattern, text));
  }
}

describe('a form file that is not what it should be', () => {
  fuzz('in one of its values is opened, or refused in words', damaged(FORM_FILE), (file) =>
    openForm(JSON.stringify(file) ?? ''),
  );
  fuzz('byte by byte is opened, or refused in words', damagedBytes(bytesOf(JSON.stringify(FORM_FILE))), openForm);
  fuzz('at all is refused in words', fc.oneof(fc.json(), fc.string()), openForm, 20);
});

/** @type {import('../../../web/hand/kept-hands.js').KeptExample[]} */
const EXAMPLES = [
  { id: 'a', label: 7, time: 1.8e12, strokes: at(SHAPES[7]), place: new Int8Array(32), version: 'one' },
  { id: 'b', label: 10, time: 1.8e12, strokes: at(SHAPES[1]), place: new Int8Array(32), version: 'one', taught: true },
  {
    id: 'c',
    label: 0,
    time: 1.8e12,
    strokes: [],
    image: new Float32Array(784).fill(0.5),
    place: new Int8Array(32),
    version: 'one',
  },
];
const HAND_FILE = toHandFile(EXAMPLES, 'Ada');
const HAND_LINES = HAND_FILE.trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** @param {string | Uint8Array<ArrayBuffer>} content */
async function openHand(content) {
  const hand = await resultOrProblem(() => fromHandFile(new Blob([content])));
  if (!hand) return;
  expect(hand.examples.length).toBeGreaterThan(0);
  for (const { label, strokes, image, time } of hand.examples) {
    expect(label).toBeOneOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Date(time).getTime()).toBe(time);
    for (const { x, y } of strokes.flat()) expect(Math.hypot(x, y)).toBeLessThan(2e9);
    expect(strokes.length > 0 || image?.length === 784).toBe(true);
  }
  const examples = hand.examples.map((each) => ({ ...each, id: '', place: new Int8Array(32), version: '' }));
  const again = await fromHandFile(new Blob([toHandFile(examples, hand.name)]));
  expect(again).toEqual({ ...hand, examples: hand.examples.map((each) => ({ ...each, writer: hand.name })) });
}

describe('a memory file that is not what it should be', () => {
  fuzz('in one of its values is opened, or refused in words', damaged(HAND_LINES), (lines) =>
    openHand(Array.isArray(lines) ? lines.map((line) => JSON.stringify(line)).join('\n') : String(lines)),
  );
  fuzz('byte by byte is opened, or refused in words', damagedBytes(bytesOf(HAND_FILE)), openHand);
  fuzz('at all is refused in words', fc.oneof(fc.json(), fc.string()), openHand, 20);
});

/** @param {string} text */
function bytesOf(text) {
  return new TextEncoder().encode(text);
}
