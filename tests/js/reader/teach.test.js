import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readFiles, createNodeNetworks } from '../../../tools/node-networks.js';
import { createHands } from '../../../web/reader/hand/hands.js';
import { layerNats, learnLayer } from '../../../web/reader/hand/layer.js';
import { rasterize } from '../../../web/reader/ink/rasterize.js';
import { at, SHAPES } from '../../support/hand.js';

/**
 * @typedef {{
 *   name: string,
 *   learning: { pull: number, steps: number },
 *   examples: import('../../../web/reader/hand/layer.js').Lesson[],
 *   asked: number[][],
 *   nats: number[][],
 * }} Case
 */

// Written by `python -m training fixtures`.
/** @type {{ layer: Case[] }} */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/ink.json', import.meta.url), 'utf8'));

describe('a layer learns what it learns in Python, where that is measured', () => {
  test.each(golden.layer)('$name', ({ learning, examples, asked, nats }) => {
    const layer = [...learnLayer(examples, { ...learning, reach: 32 }, 32)].at(-1);
    asked.forEach((place, row) => {
      const found = layerNats(/** @type {Float64Array} */ (layer), place, 32);
      found.forEach((value, label) => expect(value).toBeCloseTo(nats[row][label], 4));
    });
  });
});

/** Some people's 1, which the network takes for a 7, here and there and of several sizes. @param {number} slant */
const flagged = (slant) => [
  [
    [0.36, 0.16],
    [0.62, 0.08],
    [0.6 + slant, 0.5],
    [0.56 + 2 * slant, 0.96],
  ],
];

/** @param {[number, number][][] | number[][][]} shape */
const imageOf = (shape) => rasterize(at(/** @type {any} */ (shape), { size: 60 }));

describe('a person who writes a 1 as others write a 7', () => {
  /** @type {ReturnType<typeof createHands>} */
  let hands;
  const shapes = [
    ...[0, 0.02, 0.04].map((slant) => ({ label: 1, shape: flagged(slant) })),
    ...[2, 3, 4, 5, 6, 8, 9, 0].flatMap((label) => [1, 2, 3].map(() => ({ label, shape: SHAPES[label] }))),
    ...[1, 2, 3].map(() => ({ label: 7, shape: SHAPES['7 crossed'] })),
  ];
  const labels = shapes.map(({ label }) => label);
  const images = new Float32Array(labels.length * 784);
  shapes.forEach(({ shape }, index) => images.set(imageOf(/** @type {any} */ (shape)), index * 784));

  beforeAll(async () => {
    hands = createHands(await createNodeNetworks(), readFiles('web/model').card);
  });

  /** @param {Float32Array} probabilities */
  const read = (probabilities) =>
    labels.map((_, index) => {
      const row = probabilities.subarray(index * 11, (index + 1) * 11);
      return row.indexOf(Math.max(...row));
    });

  test('is read rightly by what was learned from the other digits, and the rest as before', async () => {
    const { before, after } = await hands.teach({ images, labels, examples: [] }, {});
    expect(read(before).slice(0, 3)).toEqual([7, 7, 7]);
    expect(read(after)).toEqual(labels);
  });

  test('is read rightly with the layer alone, which Explain tells from the rest', async () => {
    const { layer } = await hands.teach({ images, labels, examples: [] }, {});
    const hand = hands.withHand([], layer);
    const again = imageOf(/** @type {any} */ (flagged(0.03)));
    const scores = hand.scores(again).subarray(0, 11);
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
    const { nats, taught, weighed } = hand.explain(again);
    expect(weighed).toEqual([]);
    expect([...nats].map((value) => value.toFixed(3))).toEqual([...(taught ?? [])].map((value) => value.toFixed(3)));
    expect(nats[1] - nats[7]).toBeGreaterThan(1);
  });

  test('sees how far learning is, and can stop it', async () => {
    const moments = vi.fn();
    await hands.teach({ images, labels, examples: [] }, { onProgress: moments });
    const [first] = moments.mock.calls[0];
    const [last] = moments.mock.lastCall ?? [];
    expect(last.step).toBe(last.steps);
    expect(last.loss).toBeLessThan(first.loss);
    expect(read(last.kept)).toEqual(labels);
    const controller = new AbortController();
    const stopped = hands.teach(
      { images, labels, examples: [] },
      { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    );
    await expect(stopped).rejects.toThrow('enough');
  });

  test('is told what is missing', async () => {
    await expect(hands.teach({ images, labels: [1], examples: [] }, {})).rejects.toThrow('a label');
    expect(() => hands.withHand([], new Float32Array(5))).toThrow('a layer of teach');
  });
});
