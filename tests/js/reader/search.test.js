import { expect, test } from 'vitest';
import { createNotation } from '../../../web/reader/lines/notation.js';
import { search } from '../../../web/reader/lines/search.js';

const box = { x: 0, y: 0, width: 10, height: 10 };

/** How much ink counts that is no digit, in comparison with a digit. */
const UNKNOWN = 0.05;

/**
 * A line of which is known what a test wants.
 *
 * @param {number} atoms
 * @param {[number, number, Record<string, number>, number?][]} proposals from, to, shares by what it reads as, and what
 *   speaks against it, in nats
 */
function line(atoms, proposals) {
  const segments = proposals.map(([from, to]) => ({
    from,
    to,
    box,
    ink: [],
    image: new Float32Array(784),
    features: [],
  }));
  const values = proposals.map(([, , shares, cost = 0]) => ({
    weight: Math.log(1 - (1 - UNKNOWN) * (shares['?'] ?? 0)) - cost,
    labels: Object.entries(shares).map(([text, probability]) => ({ text, probability })),
  }));
  return /** @type {const} */ ([{ atoms: new Array(atoms).fill(box), segments }, values]);
}

test('digits apart are read one by one', () => {
  const found = search(
    ...line(2, [
      [0, 1, { 4: 0.9, 9: 0.1 }],
      [1, 2, { 2: 1 }],
      [0, 2, { '?': 1 }],
    ]),
  );
  expect(found?.path.text).toBe('42');
  expect(found?.path.parts[0].confidence).toBeGreaterThan(0.8);
  expect(found?.others[0].text).toBe('92');
});

test('two pieces that are one digit are read as one', () => {
  const found = search(
    ...line(2, [
      [0, 1, { '?': 0.9, 6: 0.1 }],
      [1, 2, { 1: 0.5, '?': 0.5 }],
      [0, 2, { 5: 0.95, '?': 0.05 }],
    ]),
  );
  expect(found?.path.text).toBe('5');
  expect(found?.path.parts).toMatchObject([{ segment: 2, text: '5' }]);
});

test('geometry decides where the network reads both', () => {
  const apart = line(2, [
    [0, 1, { 1: 1 }],
    [1, 2, { 3: 1 }],
    [0, 2, { 8: 1 }, 3],
  ]);
  expect(search(...apart)?.path.text).toBe('13');
  const together = line(2, [
    [0, 1, { 1: 1 }, 2],
    [1, 2, { 3: 1 }, 2],
    [0, 2, { 8: 1 }],
  ]);
  expect(search(...together)?.path.text).toBe('8');
});

test('one piece of ink is as sure as the network is', () => {
  const found = search(...line(1, [[0, 1, { 7: 0.7, 1: 0.2, '?': 0.1 }]]));
  expect(found?.path).toMatchObject({ text: '7' });
  expect(found?.path.confidence).toBeCloseTo(0.7);
  expect(found?.path.parts[0].confidence).toBeCloseTo(0.7);
  expect(found?.others.map(({ text }) => text)).toEqual(['1', '?']);
});

test('what is no digit stays unknown among digits', () => {
  expect(
    search(
      ...line(3, [
        [0, 1, { 2: 1 }],
        [1, 2, { '?': 0.9, 8: 0.1 }],
        [2, 3, { 5: 1 }],
      ]),
    )?.path.text,
  ).toBe('2?5');
});

test('a separator is read as one', () => {
  const found = search(
    ...line(3, [
      [0, 1, { 2: 1 }],
      [1, 2, { '?': 0.1, '.': 0.9 }],
      [2, 3, { 5: 1 }],
    ]),
  );
  expect(found?.path.text).toBe('2.5');
});

test('how sure a digit is tells of other ways to cut the ink', () => {
  const found = search(
    ...line(2, [
      [0, 1, { 1: 1 }],
      [1, 2, { 3: 1 }],
      [0, 2, { 8: 0.99, '?': 0.01 }],
    ]),
  );
  expect(found?.path.text).toBe('13');
  expect(found?.path.parts[0].confidence).toBeGreaterThan(0.5);
  expect(found?.path.parts[0].confidence).toBeLessThan(0.9);
  expect(found?.others[0].text).toBe('8');
});

test('a mask chooses among readings', () => {
  const cut = line(2, [
    [0, 1, { 1: 1 }],
    [1, 2, { 3: 1 }],
    [0, 2, { 8: 0.9, '?': 0.1 }],
  ]);
  expect(search(...cut, { mask: '#' })?.path.text).toBe('8');
  expect(search(...cut, { mask: '##' })?.path.text).toBe('13');
  expect(search(...cut, { mask: '####' })).toBeNull();
});

test("a mask's separators are found where the shape is unclear or the ink is missing", () => {
  const drawn = line(3, [
    [0, 1, { 2: 1 }],
    [1, 2, { '?': 0.9, 1: 0.1 }],
    [2, 3, { 5: 1 }],
  ]);
  expect(search(...drawn, { mask: '#/#' })?.path.text).toBe('2/5');
  const missing = line(2, [
    [0, 1, { 2: 1 }],
    [1, 2, { 5: 1 }],
  ]);
  expect(search(...missing, { mask: '#/#' })?.path).toMatchObject({
    text: '2/5',
    parts: [{ segment: 0 }, { segment: 1 }],
  });
});

test('how numbers are written tells a slash from a 1', () => {
  const counts = { '': { '#': 5, '/': 5, $: 5 }, '#': { '/': 9, $: 9 }, '^#': { '/': 9 }, '/': { '#': 9 } };
  const notation = createNotation({ order: 3, weight: 1, counts }, 14);
  const unclear = line(3, [
    [0, 1, { 3: 1 }],
    [1, 2, { 1: 0.6, '/': 0.4 }],
    [2, 3, { 4: 1 }],
  ]);
  expect(search(...unclear)?.path.text).toBe('314');
  const found = search(...unclear, { notation });
  expect(found?.path.text).toBe('3/4');
  expect(found?.path.confidence).toBeGreaterThan(0.5);
  expect(found?.path.parts[1].confidence).toBeCloseTo(found?.path.confidence ?? 0);
  expect((found?.path.confidence ?? 0) + (found?.others[0].confidence ?? 0)).toBeCloseTo(1);
});
